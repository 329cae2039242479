internal import Experiments

/// The words of a network's answers in one language.
struct NetworkWords {
  private let language: Language
  /// Up to when a replication counts that stopped early.
  private let untilStop: String

  init(_ language: Language, of table: NetworkTable) {
    self.language = language
    untilStop =
      table.batches == nil
      ? language.pick(zh: "其数字只计到停止之时", en: "their numbers count up to then")
      : language.pick(zh: "其数字只含完整的批次", en: "their numbers are those of whole batches")
  }

  var node: String { language.pick(zh: "节点", en: "node") }
  var kind: String { language.pick(zh: "类别", en: "class") }
  var pool: String { language.pick(zh: "共享池", en: "pool") }
  var network: String { language.pick(zh: "全网络", en: "whole network") }
  var all: String { language.pick(zh: "合计", en: "all") }
  var arrived: String { language.pick(zh: "到达", en: "arrived") }
  var served: String { language.pick(zh: "完成服务", en: "served") }
  var completed: String { language.pick(zh: "完成", en: "completed") }
  var refused: String { language.pick(zh: "被拒", en: "refused") }
  var balked: String { language.pick(zh: "望而却步", en: "balked") }
  var reneged: String { language.pick(zh: "中途放弃", en: "reneged") }
  var wait: String { language.pick(zh: "平均等候", en: "mean wait") }
  var spread: String { language.pick(zh: "标准差", en: "sd") }
  var sojourn: String { language.pick(zh: "平均逗留", en: "sojourn") }
  var queue: String { language.pick(zh: "队长", en: "queue") }
  var present: String { language.pick(zh: "在场人数", en: "present") }
  var onDuty: String { language.pick(zh: "在岗", en: "on duty") }
  var busy: String { language.pick(zh: "忙碌", en: "busy") }
  var utilisation: String { language.pick(zh: "利用率", en: "utilisation") }
  var blocked: String { language.pick(zh: "被阻塞", en: "blocked") }
  var throughput: String { language.pick(zh: "吞吐率", en: "throughput") }
  var visits: String { language.pick(zh: "人均到站", en: "visits each") }

  var presentAt: String { language.pick(zh: "在场人数，时刻", en: "present at") }
  var travel: String { language.pick(zh: "平均路程", en: "mean travel") }
  var byOther: String { language.pick(zh: "非首选", en: "by another") }
  var dispatchNote: String {
    language.pick(
      zh: "各单元：占全部已派呼叫的比例；合计行：该单元忙碌时间的比例",
      en: "units: share of all calls answered; last line: share of time busy"
    )
  }

  /// How long and how often was looked.
  func run(_ replications: Int, _ length: String, _ warmUp: String, _ unit: String) -> String {
    language.pick(
      zh: "\(replications) 次重复，每次 \(length) \(unit)（另预热 \(warmUp)）；时间单位 \(unit)，"
        + "± 为 95% 置信区间半宽",
      en: CountText.text(of: replications, "replication")
        + " of \(length) \(unit) after a warm-up of \(warmUp); times in \(unit), ± half a 95 % interval"
    )
  }

  /// How many batches of one replication were looked at, and how long each is.
  func batches(_ count: Int, _ length: String, _ warmUp: String, _ unit: String) -> String {
    language.pick(
      zh: "1 次重复，预热 \(warmUp) 后切成 \(count) 批，每批 \(length) \(unit)，表中各数是各批的平均；"
        + "时间单位 \(unit)，± 为 95% 置信区间半宽（批均值法）",
      en: "one replication after a warm-up of \(warmUp), cut into \(count) batches of "
        + "\(length) \(unit), numbers are means of a batch; times in \(unit), "
        + "± half a 95 % interval by batch means"
    )
  }

  /// How many batches came to their end.
  func ended(_ count: Int, _ all: Int) -> String {
    language.pick(zh: "\(all) 批中只有 \(count) 批完整", en: "only \(count) of \(all) batches ended")
  }

  /// How many averages have batches that are alike, and what to do.
  func alike(_ count: Int, _ tested: Int) -> String {
    language.pick(
      zh: "注意：检验的 \(tested) 个平均数中，有 \(count) 个的相邻批次彼此相关（独立批次偶然如此的约占 1/20），"
        + "其置信区间过窄；请让每批更长：减少批数，或加长运行时间：",
      en: "warning: batches next to each other are correlated in \(count) of \(tested) averages "
        + "(1 in 20 would be by chance); their intervals are too narrow. Make batches longer, by "
        + "fewer of them or a longer run:"
    )
  }

  /// How many replications stopped.
  func deadlocks(_ count: Int, _ all: Int) -> String {
    language.pick(
      zh: "\(all) 次重复中有 \(count) 次因互相阻塞（死锁）而停止，\(untilStop)：",
      en: "\(part(count, all)) stopped by deadlock; \(untilStop):"
    )
  }

  /// When and where one replication stopped.
  func deadlock(_ replication: Int, _ time: String, _ unit: String, _ full: String) -> String {
    language.pick(
      zh: "第 \(replication) 次：时刻 \(time) \(unit)，满员且互相阻塞的节点：\(full)",
      en: "replication \(replication) at \(time) \(unit), full: \(full)"
    )
  }

  /// How many replications held too many customers, and when the first of them did.
  func crowds(_ count: Int, _ all: Int, _ time: String, _ unit: String) -> String {
    language.pick(
      zh: "\(all) 次重复中有 \(count) 次因系统内人数过多而提前停止（最早在 \(time) \(unit)），"
        + untilStop,
      en: "\(part(count, all)) stopped early because too many customers were inside "
        + "(the first at \(time) \(unit)); \(untilStop)"
    )
  }

  /// How many replications stood still, and when the first of them did.
  func standstills(_ count: Int, _ all: Int, _ time: String, _ unit: String) -> String {
    language.pick(
      zh: "\(all) 次重复中有 \(count) 次停在原地（最早在 \(time) \(unit)）："
        + "顾客在一个不耗时间的环路里不停转移，\(untilStop)",
      en: "\(part(count, all)) stood still (the first at \(time) \(unit)): customers "
        + "kept moving round a circle of routes that takes no time; \(untilStop)"
    )
  }

  private func part(_ count: Int, _ all: Int) -> String {
    "\(count) of \(CountText.text(of: all, "replication"))"
  }

  /// How many lines are left out.
  func more(_ count: Int) -> String { language.pick(zh: "另有 \(count) 次", en: "\(count) more") }
}
