export const IMPORT_KINDS = ['roster', 'ledger', 'patrol', 'devices'] as const
export type ImportKind = (typeof IMPORT_KINDS)[number]

export interface FieldRule {
  /** Also the key under `imports.column.`. */
  readonly field: string
  readonly required: boolean
  /** The best first; compared by `headerKey`, so spaces, case and width do not matter. */
  readonly synonyms: readonly string[]
}

function field(name: string, synonyms: string, required = false): FieldRule {
  return { field: name, required, synonyms: synonyms.split('|') }
}

const ROSTER = [
  field(
    'name',
    '姓名|员工姓名|人员姓名|职工姓名|名字|员工|人员|name|full name|staff name|employee name|employee',
    true,
  ),
  field(
    'staffNo',
    '工号|员工号|员工编号|柜员号|员工工号|人员工号|人员编号|职工号|员工代码|行员号|编号|staff no|staff no.|staff number|staff id|employee no|employee id|employee number',
  ),
  field(
    'post',
    '岗位|岗位名称|现岗位|现任岗位|工作岗位|所在岗位|岗位类别|岗位职务|职务|职位|任职岗位|post|position|job title|job|role|title',
    true,
  ),
  field('duties', '兼职|兼岗|兼任|兼职岗位|兼任职责|职责|分工|duties|duty'),
  field(
    'joined',
    '入行时间|入行日期|入职时间|入职日期|入行年月|入司时间|入司日期|到岗时间|到岗日期|进行时间|参加工作时间|参加工作日期|joined|joined on|date joined|join date|hire date|start date',
  ),
  field(
    'validTo',
    '证书有效期至|有效期至|证书有效期|证书到期日|证书到期日期|资格有效期|资格证有效期|有效期|有效期限|到期日|到期日期|valid to|valid until|certificate valid to|expiry|expiry date|expires',
  ),
  field('certificates', '资格证书|证书|持证情况|证书名称|从业资格|资质|资格|certificates|certificate|qualification'),
  field('note', '备注|说明|附注|remarks|remark|notes|note'),
]

const LEDGER = [
  field('number', '编号|问题编号|台账编号|整改编号|工单号|单号|序号|no.|no|number|ref|id'),
  field(
    'found',
    '发现日期|发现时间|检查日期|检查时间|登记日期|登记时间|问题日期|上报日期|日期|found on|found|date found|date',
    true,
  ),
  field('source', '来源|问题来源|检查来源|发现渠道|发现方式|检查类型|检查方式|source'),
  field('zone', '区域|所在区域|检查区域|问题区域|位置|地点|部位|场所|zone|area|location|place'),
  field(
    'text',
    '问题描述|存在问题|问题内容|发现问题|检查发现问题|发现的问题|具体问题|隐患描述|问题及隐患|整改事项|问题|事项|内容|description|problem|issue|finding|problem description',
    true,
  ),
  field('severity', '严重程度|问题等级|严重等级|风险等级|问题级别|重要程度|等级|级别|程度|severity|level'),
  field(
    'owner',
    '责任人|整改责任人|责任人员|整改人|负责人|整改负责人|经办人|owner|responsible|person responsible|responsible person|assignee',
  ),
  field(
    'due',
    '整改期限|整改时限|完成期限|要求完成日期|要求完成时间|要求整改日期|要求整改时间|整改截止日期|整改截止时间|限期整改日期|计划整改日期|应完成日期|规定完成时间|计划完成日期|计划完成时间|截止日期|期限|时限|限期|due|due date|due on|deadline',
  ),
  field(
    'done',
    '完成日期|整改完成日期|整改完成时间|实际完成日期|实际完成时间|完成时间|整改日期|整改时间|销号日期|done|done on|completed|completed on|date completed|closed on',
  ),
  field('result', '整改结果|整改情况|处理结果|处理情况|整改措施|措施|result|outcome|action taken|action'),
  field('status', '状态|整改状态|是否完成|是否整改|完成情况|进度|status|state'),
  field('note', '备注|说明|remarks|remark|notes|note'),
]

const PATROL = [
  field('date', '日期|巡检日期|检查日期|巡查日期|检查时间|巡检时间|巡查时间|date|checked on|day', true),
  field('time', '时间|检查时刻|时刻|time'),
  field('round', '轮次|巡检轮次|班次|时段|场次|round|session', true),
  field('zone', '区域|所在区域|检查区域|巡检区域|位置|部位|zone|area|location'),
  field(
    'item',
    '检查项|检查项目|巡检项|巡检项目|巡查项目|检查内容|巡检内容|检查要点|项目|项目名称|内容|item|check item|check',
    true,
  ),
  field('itemId', '项目编号|检查项编号|项目代码|item id|item code'),
  field('answer', '结果|检查结果|巡检结果|巡查结果|检查情况|是否合格|结论|评价|情况|result|answer', true),
  field('person', '检查人|巡检人|巡查人|检查人员|巡检人员|检查员|人员|姓名|checked by|checker|person|by'),
  field('note', '问题说明|问题描述|不合格说明|不合格原因|情况说明|存在问题|description'),
  field('remark', '备注|说明|remarks|remark|notes|note'),
]

const DEVICES = [
  field('device', '机具名称|设备名称|机具|设备|名称|终端名称|device|device name|machine|machine name|name', true),
  field(
    'deviceNo',
    '机具编号|设备编号|终端号|终端编号|资产编号|设备号|机具号|编号|序列号|device no|device no.|device number|machine number|asset number|terminal id|number|no.|id',
    true,
  ),
  field('deviceKind', '机具类别|设备类别|机具类型|设备类型|类别|类型|种类|kind|type|device kind|device type'),
  field('zone', '区域|所在区域|位置|安装位置|摆放位置|地点|zone|area|location|place'),
  field('vendor', '厂家|厂商|品牌|供应商|维保厂家|维护商|vendor|manufacturer|brand|supplier'),
  field('phone', '报修电话|维修电话|厂家电话|联系电话|电话|repair phone|phone|hotline'),
  field('installed', '启用日期|安装日期|投产日期|启用时间|安装时间|投产时间|in use from|installed|installed on'),
  field('switchedOff', '停用日期|撤机日期|下线日期|停用时间|switched off on|switched off|retired|removed on'),
  field('dueHours', '应开机时段|应开机时间|服务时间|运行时间|开机时间|营业时间|due hours|service hours|hours'),
  field('note', '备注|说明|remarks|remark|notes|note'),
]

export const FIELDS: Record<ImportKind, readonly FieldRule[]> = {
  roster: ROSTER,
  ledger: LEDGER,
  patrol: PATROL,
  devices: DEVICES,
}

export function fieldsOf(kind: ImportKind): readonly FieldRule[] {
  return FIELDS[kind]
}
