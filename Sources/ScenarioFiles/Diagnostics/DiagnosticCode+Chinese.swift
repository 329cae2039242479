extension DiagnosticCode {
  /// What kind of problem it is, in a few words of Chinese.
  public var zh: String { Self.chinese[self] ?? rawValue }

  private static let chinese: [DiagnosticCode: String] = [
    .missingFile: "没有这个文件", .folder: "这是文件夹，不是文件", .unreadable: "文件无法读写",
    .notRegular: "不是普通文件", .empty: "文件里没有内容", .wrongRoot: "文件顶层应是键与值",
    .notUTF8: "文字编码不是 UTF-8", .controlCharacter: "含有控制字符",
    .invisibleInID: "编号中有看不见的字符", .leavesFolder: "引用的文件在允许的文件夹之外",
    .includeCycle: "文件相互引用成环或层数过多",
    .syntax: "不是合法的 YAML", .tabIndent: "缩进用了制表符", .duplicateKey: "同一个键写了两次",
    .secondDocument: "一个文件里有两份文档", .undefinedAlias: "别名没有对应的锚点",
    .alias: "不能用锚点、别名和合并键", .tag: "不能用 YAML 标签",
    .fullWidthSyntax: "此处须用半角标点",
    .unknownKey: "没有这个键", .missingKey: "缺少必填的键", .wrongValue: "值的类型或写法不对",
    .wrongCount: "列表的项数不对", .conflict: "两处内容相互排斥", .unknownWord: "不在可用的词之列",
    .outOfRange: "超出允许的范围",
    .law: "概率分布的参数无效", .network: "各值单独成立，合起来的网络不成立",
    .unknownReference: "表中引用的对象不存在", .duplicateID: "编号或路径重复",
    .unknownName: "没有这个名称", .disconnected: "路网不连通，县域有几部分互不相通",
    .noSuchPlace: "经纬度无效",
    .noHeader: "表格没有表头", .noRows: "表格没有数据行", .missingColumn: "缺少必需的列",
    .unknownColumn: "没有这一列", .duplicateColumn: "同一列写了两次", .fieldCount: "这一行的字段数不对",
    .strayQuote: "引号的位置不对", .separator: "字段不是用逗号分隔", .spacesInID: "编号前后有空格",
    .noSuchDay: "没有这一天", .ageBands: "年龄段有空缺、重叠或首尾不对",
    .matrix: "路程时间表不是方阵、不对称或对角线不为零", .step: "步长不能整分取值范围",
    .tooLarge: "文件过大", .tooManyNodes: "内容展开后过多", .tooDeep: "嵌套过深",
    .tooManyRows: "行数超出模型上限", .tooManyPoints: "扫描的点数超出上限",
    .renamedKey: "这个键已改名", .riskyLaw: "这种概率分布可用但有风险", .nobodyWorks: "门诊没有医师",
    .idleRoad: "道路首尾相同或重复", .nullIsland: "位置在经纬度 0, 0",
    .coordinateSystem: "坐标系不明或混用", .neverActs: "杠杆在研究结束后才生效",
    .unknownFestival: "超出春节日期已知的年份", .oneReplication: "只重复一次，得不出区间",
  ]
}
