/// A Slurm job array that runs the tasks of a sweep, each element a run of neighbours.
public enum SlurmArray {
  /// Name of the folder for the script and its logs.
  public static let folder = "slurm"
  /// Most elements: clusters allow 1,001 unless told otherwise.
  private static let mostElements = 1000

  /// Files to write into the folder of a sweep.
  public static func files(for manifest: SweepManifest) -> [(name: String, text: String)] {
    let tasks = manifest.taskCount
    let share = max(1, (tasks + mostElements - 1) / mostElements)
    let last = max(0, (tasks + share - 1) / share - 1)
    return [
      ("\(folder)/sweep.sbatch", script(manifest.id, tasks: tasks, share: share, last: last)),
      ("\(folder)/README.md", guide(tasks: tasks, share: share, last: last)),
    ]
  }

  private static func script(_ id: String, tasks: Int, share: Int, last: Int) -> String {
    """
    #!/bin/bash
    # Tasks of the sweep \(id), \(share) an element. Submit from this folder: sbatch sweep.sbatch
    #SBATCH --job-name=\(id)
    #SBATCH --array=0-\(last)
    #SBATCH --ntasks=1
    #SBATCH --cpus-per-task=1
    #SBATCH --requeue
    #SBATCH --open-mode=append
    #SBATCH --output=%A_%a.log
    set -euo pipefail
    cd "${SLURM_SUBMIT_DIR:-$PWD}/.."
    first=$((SLURM_ARRAY_TASK_ID * \(share)))
    last=$((first + \(share - 1)))
    if [ "$last" -gt \(tasks - 1) ]; then last=\(tasks - 1); fi
    # What is done already is checked and skipped, so an element may run twice.
    exec "${COUNTYFLOW:-countyflow}" run --from sweep.json --task "$first-$last" \\
      --threads "${SLURM_CPUS_PER_TASK:-1}" --quiet

    """
  }

  private static func guide(tasks: Int, share: Int, last: Int) -> String {
    """
    # The sweep as a Slurm job array

    `sweep.sbatch` runs \(CountText.text(of: tasks, "task")) in \(CountText.text(of: last + 1, "element")) of \(share). The folder above holds
    everything they need; copy it whole to where the nodes can read and write it.

    ```sh
    cd slurm
    export COUNTYFLOW=/path/to/countyflow   # unless it is on PATH of the nodes
    sbatch sweep.sbatch
    squeue --me
    ```

    When the array has left the queue, in the folder above:

    ```sh
    countyflow merge . --status    # what is missing, if anything
    countyflow merge .             # results.sqlite, report.html, points.csv, summary.json
    ```

    Missing tasks: submit again (finished ones are skipped), or `countyflow sweep .` on one machine.
    A sweep with `precision` or `best` may ask for a further round: `countyflow sweep . --emit slurm` writes
    the script for it.

    """
  }
}
