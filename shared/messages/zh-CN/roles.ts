export const roles = {
  'outlet-head': '网点负责人',
  'ops-supervisor': '运营主管',
  'lobby-manager': '大堂经理',
  teller: '员工',
  'branch-lead': '上级管理人员',
  auditor: '审计',
  operator: '本机管理者',
  system: '系统',
}

export const posts = {
  'outlet-head': '网点负责人',
  'ops-supervisor': '运营主管',
  'lobby-manager': '大堂经理',
  teller: '柜员',
  'wealth-manager': '理财经理',
  'corporate-manager': '对公客户经理',
  'security-guard': '保安',
  cleaner: '保洁',
  'branch-inspector': '上级行检查人员',
  auditor: '审计人员',
}

export const duties = {
  'device-keeper': '机具管理员',
  'safety-officer': '安全员',
}
