"""The grammar of numbers in Chinese text: the expressions that the scanner tries, in order, at each numeral."""

from __future__ import annotations

import re

from factcheck.lazily import expression
from factcheck.quantities.hedges import AFTER_ZH, BEFORE_ZH

HAN_DIGIT = "零〇一二两三四五六七八九"
FINANCIAL = "壹贰叁肆伍陆柒捌玖"
HAN = HAN_DIGIT + "十百千万亿兆廿卅"

# A numeral may begin here; 半, 对 and 几, 数 begin only the forms that the scanner knows.
CANDIDATE = expression(rf"[0-9{HAN}{FINANCIAL}拾佰仟半几数翻对○]|(?<![.\d])\.\d")

_UNIT_AFTER = "瓦米克卡赫伏帕焦安牛升字比兆"
_PLACE = rf"(?:[十拾佰仟]|百(?!分之|分点|度|姓|般|货)|千(?![{_UNIT_AFTER}])|万(?!一(?![十百千万个]))|亿|兆(?![瓦赫帕字比伏欧焦]))"
_ARABIC = r"(?:\d{1,3}(?:,\d{3})+(?![\d])(?:\.\d+)?|\d+(?:\.\d+)?|(?<![.\d])\.\d+)"
_DIGIT = rf"[零〇一二三四五六七八九{FINANCIAL}○]"
_LIANG = "两(?=[百千万亿])"
NUMBER = expression(
    rf"(?:{_ARABIC}|{_DIGIT}|两|[廿卅]|{_PLACE})"
    rf"(?:{_PLACE}|(?<!\d){_DIGIT}(?!(?<=零)\d)|(?<=[十百千万亿兆拾佰仟])(?:零\d+|{_DIGIT}|{_ARABIC}(?=[十百千万亿]))|(?<!\d){_LIANG}|(?<!\d)[廿卅]|[ ]{{1,8}}(?=[百千万亿](?![{_UNIT_AFTER}]))|[kKM](?![A-Za-z])){{0,60}}"
    rf"(?:(?<!\d)点(?:[零〇一二三四五六七八九]{{1,30}}|(?<=\d)\d{{1,30}})[十百千万亿]{{0,4}})?"
)
ODD = expression(r"\s*(多|余|来|几|有余)\s*([十百千万亿]{0,4})")
SPACED = expression(
    rf"[0-9{HAN}{FINANCIAL}拾佰仟点]{{1,20}}(?: {{1,8}}[0-9{HAN}{FINANCIAL}拾佰仟点]{{1,20}}){{1,20}}"
)
TWO_DIGITS = expression(rf"[0-9{HAN_DIGIT}{FINANCIAL}] +[0-9{HAN_DIGIT}{FINANCIAL}]")
POWER = expression(r"[eE][+-]?\d{1,3}(?![\dA-Za-z])|\s?[x×]\s?10\^?[+-]?\d{1,3}(?!\d)|\^[+-]*\d{1,3}(?!\d)")
BETWEEN = expression(r"\s*(?:和|与|同|跟)\s*(?=[0-9零〇一二两三四五六七八九十百])")
BETWEEN_END = expression(r"\s*(?:之间|间)")
CONNECTOR = expression(r"\s*(?:至|到|-|~|--)\s*(?=[0-9零〇一二两三四五六七八九十百])")

_YEAR = r"(?:\d{4}|[〇零○一二三四五六七八九]{4})"
_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_DAY = r"(?:3[01]|[12]\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])"
DATE = expression(
    rf"(?P<year>{_YEAR})\s*年(?:\s*(?P<month>{_MONTH})\s*月(?:\s*(?P<day>{_DAY})\s*[日号])?)?"
    rf"|(?P<month2>{_MONTH})\s*月\s*(?P<day2>{_DAY})\s*[日号]"
    rf"|(?P<year3>(?:19|20)\d\d)[-/.](?P<month3>0?[1-9]|1[0-2])[-/.](?P<day3>3[01]|[12]\d|0?[1-9])(?![\d-])"
    rf"|(?P<month4>{_MONTH})月(?!\s*(?:租|薪|均))份?"
    rf"|(?P<day5>{_DAY})日(?![内间均游元圆益])"
)
YEARS = expression(rf"({_YEAR})\s*年?\s*(?:-|~|至|到|--)\s*({_YEAR})\s*(年|学年|财年)")
BARE_YEAR = expression(
    r"(?:19|20)\d\d(?=以来|至今|年|财年|学年|版|国内|国际|全国|全省|全球|世界|中国)|(?:199|20[0-4])\d(?=[^\x00-\xff\W])"
)
CODE = expression(
    r"(?P<phone>\+?\d{1,3}-\d{3,4}-\d{3,4}-\d{4}|0\d{2,3}-\d{7,8}|1[3-9]\d{9}(?!\d)|[48]00-\d{3,4}-\d{3,4}|\d{3}-\d{3,4}-\d{4})"
    r"|(?P<time>(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?!\d))"
    r"|(?P<code>\d+(?:\+\d+)+|\d+(?:\.\d+)?(?::\d+(?:\.\d+)?)+|\d+强|\d+(?:\.\d+){2,}|\d+(?=[A-Za-z]{1,3}\d))"
)
DIGITS_AND_MORE = expression(r"\d+(?:[-:+.A-Za-z强]|\.\d+:)|\d{11}")
TO_ONE = expression(r"(\d+(?:\.\d+)?):1(?![\d.:])")
LETTERS = expression(r"\d+([A-Z][A-Za-z]*)")
NUMBERING = expression(r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:[.、)）](?!\d)|[)）])")
LINE_START = expression(r"(?:\A|\n)[ (（]*\Z")
FRACTION = expression(
    rf"(?P<base>百|千|万|佰|百万|万万|[0-9{HAN}]{{1,16}})\s*分\s*之\s*(?P<sign>负|-)?\s*"
    rf"(?P<part>{_ARABIC}[kK万亿]{{0,4}}|[{HAN}壹]{{1,20}}(?: {{1,8}}[{HAN}]{{1,20}}){{0,9}}(?: *点 *[{HAN_DIGIT}]{{1,20}})?)"
)
SLASH = expression(r"(?:(?P<whole>\d{1,12})\s+)?(?P<top>\d{1,12})/(?P<bottom>\d{1,12})(?![\d/])")
WHOLE_AND = expression(r"\s*又\s*")
SMALLER = expression(r"(?:又|零)?(?=[0-9零一二两三四五六七八九十])")

END_OF_CLAUSE = expression(r"\s*(?:[,.。，;；、!?！？:：)）】\]\n]|\Z|钱)")
HALF = expression(r"一半|半数|(?<=过)半|半(?=[个年天日小月成岁斤])")
TENTHS = expression(r"\s*(成|折)(?!都|立|为|员|果|本|效|功|长|就|人|绩|分|熟|品|交|套|批|了|扣|算|旧|叠|射)")
TENTHS_DIGIT = expression(r"\s*([一二三四五六七八九半])(?![个成十百千万名元])")
DOUBLED = expression(r"翻(?:了)?([一两二三四五六七八九])番|翻(?:了)?(?:一)?番|翻倍")
ENUMERATED = expression(r"([一二三四五六七八九两])、(?=[二三四五六七八九])")

BEFORE = expression(
    rf"(?:{'|'.join(sorted(map(re.escape, BEFORE_ZH), key=len, reverse=True))})(?:了|有|为)?\s*(?:人民币|[$¥€£]|[A-Z]{{3}})?\s*(?:负|-)?\Z"
)
AFTER = expression(
    r"\s*(?:"
    + "|".join(
        sorted((re.escape(word) for word in AFTER_ZH if word not in ("来", "几")), key=len, reverse=True)
    )
    + ")"
)
MONEY_BEFORE = expression(
    r"(人民币|[A-Z]{2,3}\$|US\$|[$¥€£₩₹]|(?<![A-Z])(?:USD|CNY|RMB|EUR|GBP|HKD|JPY|AUD|CAD))\s*(?:负|-)?\Z"
)
LICENCE_BEFORE = expression(
    r"(?:备案?号?|许可证号?|证号|编号|号码|附件|附表|表|图|专栏|电话|邮编|传真|账号|ICP备|文号|代码|QQ|房间|第)\s*[:：]?\s*(?:\w{0,6}备)?\Z"
)
