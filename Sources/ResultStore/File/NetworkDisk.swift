internal import Foundation

/// File systems that are shared between machines, where SQLite's write-ahead log is not safe.
///
/// - Source: `proc(5)`, mountinfo; SQLite, *Write-Ahead Logging*: all processes on one host.
enum NetworkDisk {
  private static let kinds: Set<String> = [
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "lustre", "gpfs", "afs", "ceph", "coda", "ocfs2",
    "gfs2", "beegfs", "panfs", "ncpfs", "pvfs2", "glusterfs", "fuse.glusterfs", "fuse.sshfs",
    "fuse.ceph", "fuse.s3fs", "davfs", "fuse.davfs2", "orangefs", "virtiofs",
  ]

  /// Name of the network file system on which a file lies or would lie; `nil` for local ones.
  static func kind(at path: String) -> String? {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().resolvingSymlinksInPath()
    let mounts = FileManager.default.contents(atPath: "/proc/self/mountinfo") ?? Data()
    return kind(of: folder.path, among: String(decoding: mounts, as: UTF8.self))
  }

  /// The same for a folder among the mounts that the kernel lists.
  static func kind(of folder: String, among mounts: String) -> String? {
    var nearest = (point: "", kind: "")
    for line in mounts.split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard fields.count > 6, let bar = fields.firstIndex(of: "-"), bar + 1 < fields.count else {
        continue
      }
      let point = plain(fields[4])
      // A later mount at the same point covers the earlier one.
      if holds(point, folder), point.count >= nearest.point.count {
        nearest = (point, String(fields[bar + 1]))
      }
    }
    return kinds.contains(nearest.kind) ? nearest.kind : nil
  }

  private static func holds(_ point: String, _ folder: String) -> Bool {
    point == "/" || folder == point || folder.hasPrefix(point + "/")
  }

  /// The kernel writes a space as `\040`, and tab, line feed and backslash alike.
  private static func plain(_ field: Substring) -> String {
    [("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")].reduce(String(field)) {
      $0.replacing($1.0, with: $1.1)
    }
  }
}
