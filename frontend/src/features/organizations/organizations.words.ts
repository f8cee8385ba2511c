import { words } from '@/ui';

export const useOrganizations = words(
  'organizations',
  {
    title: '学校与组织', lead: '项目内的学校与参训情况；组织树中的区县、乡镇也在这里维护。', tabSchools: '项目学校', tabTree: '组织树', school: '学校', code: '标识码', type: '类型', enrolled: '应参训', activated: '已参训', rate: '参训率', kind: '层级', parent: '上级', name: '名称',
    aliases: '曾用名与简称', aliasesHint: '用逗号分开；导入时按这些名称识别。', q: '名称、别名或代码', add: '添加组织', edit: '修改组织', empty: '还没有学校', emptyHint: '用“批量导入”上传学校名单。', chart: '各校参训率', roster: '查看学员', county: '所在区县',
    tree: '组织', treeLead: '省、市、县组成的组织树；县内的乡镇和学校由县里维护。', noTree: '还没有组织', noTreeHint: '依次添加省、市、县，然后就可以新建项目。', parentFirst: '还没有可选的上级，请先添加{{kind}}。',
  },
  {
    title: 'Schools', lead: 'The project’s schools and who takes part; counties and towns of the tree are kept here too.', tabSchools: 'Schools of the project', tabTree: 'Tree', school: 'School', code: 'Code', type: 'Type', enrolled: 'Enrolled', activated: 'Taking part', rate: 'Rate', kind: 'Level', parent: 'Lies in', name: 'Name',
    aliases: 'Other names', aliasesHint: 'Separated by commas; files are recognised by them.', q: 'Name, alias or code', add: 'Add an organisation', edit: 'Change', empty: 'No school yet', emptyHint: 'Upload the list under “Imports”.', chart: 'Taking part by school', roster: 'Trainees', county: 'County',
    tree: 'Organisations', treeLead: 'The tree of provinces, cities and counties; a county keeps its own towns and schools.', noTree: 'No organisation yet', noTreeHint: 'Add a province, a city and a county in turn; then a project can be founded.', parentFirst: 'There is nothing above it yet; first add: {{kind}}.',
  },
);
