"""The words that stand between a Chinese number and the thing counted, and what each says about the thing.

Words that name a unit of their own (名 = person, 辆 = vehicle) are in definitions.txt. Those here say nothing about what is
counted: the noun that follows does, and where there is none the unit is the wildcard ``count``.
"""

from __future__ import annotations

from factcheck.quantities.words import words

# After a Chinese or Arabic numeral, each of these counts things.
PLAIN = words(
    """
    个 条 种 项 处 座 所 间 栋 幢 张 件 只 头 匹 棵 株 把 份 批 期 届 场 轮 套 支 层 扇 册 部 艘 架 列 道 篇 首 枚 颗 粒 块 对 对儿 类 款 笔 宗 起 例 杆 根 片 面
    组 队 班 门 眼 口井 孔 盏 盘 箱 袋 瓶 罐 桶 车 船 封 幅 副 顶 朵 束 串 群 窝 尾 峰 羽 盆 席 员 句 字 页 版 集 章 段 卷 行 步 招 回 趟 遍 番 拨 伙 帮 股 缕 阵
    项次 家次 件次 站 线 点 环 库 园 区 市 州 省 国 县 旗 镇 乡 街道 社区 村民组 组团 岗 床 张床位 亩次 标箱 箱次 单 案 名额 席位 学位 床位 客次 档 级 等 代 重 维 大类
    小项
    """
)

# These count only after Arabic numerals or numerals of more than one Chinese digit: after one digit they build names and idioms
# (一级, 两办, 三线, 五大, 一市).
NAME_BUILDING = frozenset(
    words(
        """
    级 等 代 重 维 国 省 市 州 区 县 旗 镇 乡 村 线 点 面 环 园 库 字 行 步 招 回 番 股 门 单 案 员 席 站 队 班 档 版 章 段 卷 道 把 头 根 口 度 节 里 方 角 分
    月 两 毛 车 船 大类 转 句 码 克 家 街道 社区 群 片 块 桶
    """
    )
)

# 一 before these is an article or an idiom, not a count: 一批, 一些, 一定.
ARTICLE_ONLY = frozenset(
    words(
        """
    批 些 种 起 片 阵 把 股 帮 道 面 线 步 套 番 段 队 层 系列 串 群 伙 遍 趟 口
    """
    )
)
