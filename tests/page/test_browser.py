from __future__ import annotations

import base64
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from page.making import page_of, report_of, written

Show = Callable[..., Any]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AUDIT = """
const done = arguments[arguments.length - 1];
axe.run(document, {runOnly: arguments[0]}).then(r => done(r.violations.map(
  v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.target.join(' ')).join(', '))));
"""


def mark(page: Any, text: str) -> Any:
    found = page.find_element("xpath", f"//main//button[span[@class='num' and text()='{text}']]")
    page.execute_script("arguments[0].scrollIntoView({block: 'center'})", found)
    return found


def open_card(page: Any) -> Any:
    return page.execute_script("return document.querySelector(':popover-open')")


def pressed(page: Any, *keys: str) -> None:
    from selenium.webdriver import ActionChains

    actions = ActionChains(page)
    for key in keys:
        actions.send_keys(key)
    actions.perform()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_number_opens_and_tells_its_derivation(
    shown: Show, article_pages: dict[str, Path], scripts: bool
) -> None:
    from selenium.webdriver.common.by import By

    page = shown(article_pages["zh"], scripts=scripts)
    card = page.find_element(By.ID, mark_target(page, "9370人"))
    assert not card.is_displayed()
    page.find_element("xpath", "//main//button[span[text()='9370人']]").click()
    assert card.is_displayed()
    assert "贫困人口：3267名 ÷ 51.8% → 6301…6313人" in card.text
    assert "受助学生 9370人 → 9370人次" in card.text
    assert card.find_element(By.CSS_SELECTOR, "svg .gap").is_displayed()
    card.find_element(By.CSS_SELECTOR, ".close").click()
    assert not card.is_displayed()


def mark_target(page: Any, text: str) -> str:
    return str(
        page.find_element("xpath", f"//main//button[span[text()='{text}']]").get_attribute("popovertarget")
    )


def test_the_keyboard_alone_opens_and_closes(shown: Show, article_pages: dict[str, Path]) -> None:
    from selenium.webdriver.common.keys import Keys

    page = shown(article_pages["zh"])
    pressed(page, Keys.TAB)
    assert page.switch_to.active_element.get_attribute("class") == "skip"
    for _ in range(60):
        pressed(page, Keys.TAB)
        if "mark" in (page.switch_to.active_element.get_attribute("class") or "").split():
            break
    focused = page.switch_to.active_element
    pressed(page, Keys.ENTER)
    assert open_card(page).get_attribute("id") == focused.get_attribute("popovertarget")
    assert "open" in focused.get_attribute("class").split()
    pressed(page, Keys.ESCAPE)
    assert open_card(page) is None
    assert page.switch_to.active_element == focused


def test_one_card_leads_to_the_next_and_to_its_finding(shown: Show, article_pages: dict[str, Path]) -> None:
    page = shown(article_pages["zh"])
    mark(page, "9370人").click()
    card = open_card(page)
    card.find_element("xpath", ".//button[contains(., '低保占比')]").click()
    assert page.execute_script("return document.querySelectorAll(':popover-open').length") == 2
    pressed(page, "\ue00c")
    open_card(page).find_element("css selector", "ul.plain a[href^='#f-']").click()
    assert open_card(page) is None


@pytest.mark.parametrize("scripts", [True, False])
def test_a_state_is_filtered_to_plain_words(
    shown: Show, article_pages: dict[str, Path], scripts: bool
) -> None:
    page = shown(article_pages["zh"], scripts=scripts)
    tick = mark(page, "9370人").find_element("css selector", ".tick")
    assert tick.is_displayed()
    page.find_element("id", "show-contradictory").click()
    assert not tick.is_displayed()
    assert mark(page, "9370人").find_element("css selector", ".num").is_displayed()
    findings = page.find_elements("css selector", ".finding.error")
    page.find_element("id", "show-error").click()
    assert findings
    assert not any(finding.is_displayed() for finding in findings)
    if scripts:
        assert page.find_element("id", "shown").text == "4 / 6"


def test_an_address_opens_its_number_and_a_box_of_the_picture_too(
    shown: Show, article_pages: dict[str, Path]
) -> None:
    page = shown(article_pages["zh"])
    anchor = mark_target(page, "9370人")
    page.execute_script("location.hash = arguments[0]", anchor)
    page.execute_async_script("requestAnimationFrame(() => requestAnimationFrame(arguments[0]))")
    assert open_card(page).get_attribute("id") == anchor
    pressed(page, "\ue00c")
    node = page.find_element("css selector", f".node[href='#{anchor}']")
    page.execute_script("arguments[0].scrollIntoView({block: 'center'})", node)
    node.click()
    assert open_card(page).get_attribute("id") == anchor


@pytest.mark.parametrize("width", [360, 800, 1400])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_width_scrolls_sideways(
    shown: Show, article_pages: dict[str, Path], width: int, language: str
) -> None:
    page = shown(article_pages[language], width=width)
    assert page.execute_script("return document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [360, 1400])
def test_axe_finds_nothing(
    shown: Show, axe: str, article_pages: dict[str, Path], language: str, dark: bool, width: int
) -> None:
    page = shown(article_pages[language], dark=dark, width=width)
    page.execute_script(axe)
    assert page.execute_async_script(AUDIT, RULES) == []
    mark(page, "9370人").click()
    assert page.execute_async_script(AUDIT, RULES) == []


def test_light_and_dark_differ(shown: Show, article_pages: dict[str, Path]) -> None:
    colour = "return getComputedStyle(document.body).backgroundColor"
    light = shown(article_pages["zh"]).execute_script(colour)
    assert shown(article_pages["zh"], dark=True).execute_script(colour) != light


def test_the_page_prints_with_every_number_explained(shown: Show, article_pages: dict[str, Path]) -> None:
    page = shown(article_pages["zh"])
    pdf = base64.b64decode(page.execute_cdp_cmd("Page.printToPDF", {"printBackground": True})["data"])
    assert pdf.startswith(b"%PDF")
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    cards = page.find_elements("css selector", ".card")
    assert cards
    assert all(card.is_displayed() for card in cards[:5])
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


def test_hostile_text_runs_nothing(shown: Show, axe: str, tmp_path: Path) -> None:
    text = "# 夏粮\n\n小麦12.6万吨、稻谷8.3万吨，合计21.5万吨。<script>document.title='run'</script><img src=x onerror=\"document.title='run'\">\n"
    made = tmp_path / "page.html"
    made.write_text(page_of(report_of(written(tmp_path, text=text))), encoding="utf-8")
    page = shown(made)
    assert page.title == "夏粮 · factcheck"
    assert "<script>document.title='run'</script>" in page.find_element("css selector", ".story").text


def test_the_index_is_searched(shown: Show, axe: str, tmp_path: Path) -> None:
    from page.making import HARVEST

    for name in ("夏粮", "秋粮"):
        written(tmp_path, HARVEST.replace("title: 夏粮", f"title: {name}"), None, name)
    made = tmp_path / "all.html"
    made.write_text(page_of(report_of(tmp_path)), encoding="utf-8")
    page = shown(made)
    page.find_element("id", "search").send_keys("秋粮")
    rows = page.find_elements("css selector", ".index tbody tr")
    assert [row.is_displayed() for row in rows] == [False, True]
    page.execute_script(axe)
    assert page.execute_async_script(AUDIT, RULES) == []
