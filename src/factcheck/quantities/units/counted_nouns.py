"""Nouns that say what a plain measure word counts: the head of the words after 个, 处, 项; or the word after an English number.

Chinese heads are matched at the end of a stretch (深度贫困村 ends in 村), longest first; each names the unit it counts. A head that
is not listed leaves the wildcard ``count``, which compares with anything, so that no clash is reported for want of a dictionary.
"""

from __future__ import annotations

from factcheck.quantities.words import words

PERSON = (
    "人口 人员 干部 书记 学生 学员 队员 党员 群众 教师 老师 医生 护士 劳动力 职工 工人 员工 农民 居民 村民 市民 儿童 老人 孩子 青年 患者"
    " 代表 委员 专家 人才 志愿者 毕业生 大学生 研究生 带头人 企业家 负责人 保洁员 护林员 驻村队员 贫困人口 人 国家工作人员 病例"
)
OTHER = (
    "村 行政村 自然村 贫困村 村屯 自然屯 屯 乡镇 镇 乡 街道 社区 县 县区 县市区 市 地市 省份 省 国家 国家和地区 项目 工程 企业 公司 合作社"
    " 部门 单位 机构 学校 中小学 幼儿园 医院 卫生院 车间 基地 园区 产业园 推进组 小组 工作组 组 党支部 支部 岗位 基站 线路 路 站 广场"
    " 房屋 住房 品种 药品 城市 家庭 案件 车站 电站 平台 中心 实验室 专业 床位 座席 学位 桥梁 水库 泵站 农场 林场 景区 码头 港口 机场 展馆"
)

CHINESE_HEADS: dict[str, str] = {
    **dict.fromkeys(PERSON.split(), "person"),
    **{head: head for head in OTHER.split()},
    **dict.fromkeys(("行政村", "自然村", "贫困村"), "村"),
    "镇": "乡镇",
    "乡": "乡镇",
    "省": "省份",
    "户": "household",
    "农户": "household",
    "家庭": "household",
    "车": "vehicle",
    "客车": "vehicle",
    "汽车": "vehicle",
    "车辆": "vehicle",
}
"""Head of a noun phrase: the dimension it is counted in."""

ENGLISH_PERSONS = frozenset(
    words(
        """
    people persons men women children students pupils workers employees residents patients teachers voters
    soldiers officers members customers users passengers refugees migrants adults citizens farmers doctors
    nurses players fans staff jobs victims visitors immigrants prisoners graduates volunteers americans man
    woman child student worker employee resident person patient teacher voter soldier officer
    """
    )
) - {"jobs", "visitors"}
"""English nouns that count persons."""

ENGLISH_IRREGULAR = {
    "households": "household",
    "homes": "home",
    "families": "household",
    "vehicles": "vehicle",
    "cars": "vehicle",
}
