"""What is told when something goes, comes back, is taken back or removed; and that only the content counts."""

from __future__ import annotations

from xml.etree import ElementTree

from publish_checks.editions import BACK, tree
from publish_checks.log import flaws_of_log
from publish_checks.past import DAYS, LAST, NOTICES, REMOVED, REMOVED_TEXTS, TAKEN_BACK, Past

NOTICE = '<bulletin id="endless" kind="notice" agency="vehicle-office" on="2026-12-01">停电。</bulletin>'


def twice(made: Past) -> list[str]:
    """F-05: built again, now that it is published, it is the same, and tells nothing new."""
    copy = made.copy("again")
    again = copy.build("again", str(LAST), DAYS[LAST])
    differ = {path for path, _ in tree(made.built).items() ^ tree(again).items()}
    findings = [f"built again, other bytes: {sorted(differ)[:5]}"] if differ else []
    before = copy.ledger.read_bytes()
    copy.publish(again.with_name("www"), again)
    return findings + (["published again, the ledger is another"] if copy.ledger.read_bytes() != before else [])


def shuffled(made: Past) -> list[str]:
    """F-06: the same in other files and in another order tells the same."""
    told = []
    for name in ("straight", "shuffled"):
        copy = made.copy(name)
        copy.change("fees.xml", 'amount="[0-9]+"', 'amount="85"')
        copy.change("agencies.xml", "小县大街2号", "小县大街3号")
        copy.change("scenarios/ride-hailing.xml", "<story>|想开网约车的人", "想开网约车的本地人")
        if name == "shuffled":
            for number, path in enumerate(sorted((copy.folder / "items").iterdir(), reverse=True)):
                (copy.folder / f"{number}").mkdir()
                path.rename(copy.folder / f"{number}" / path.name)
            (copy.folder / "ride").rename(copy.folder / "a")
            for path in [*copy.folder.glob("*.xml"), *copy.folder.glob("a/*.xml")]:
                root = ElementTree.parse(path)
                if path.name in {"facts.xml", "agencies.xml", "evidence.xml", "laws.xml", "fees.xml", "changes.xml"}:
                    root.getroot()[:] = reversed(root.getroot())
                root.write(path, encoding="utf-8", xml_declaration=True)
        edition = copy.build("edition", str(LAST + 1), "2026-12-20")
        copy.publish(edition.with_name("www"), edition)
        told.append(copy.told[made.lengths[LAST]:])
    if told[0] != told[1] or len(told[0]) < 3:
        return [f"{len(told[0])} events are told, in another order {len(told[1])}, or others"]
    return []


def going(made: Past) -> list[str]:
    """F-14: what goes is told once, the next edition is silent of it, and so of notices. F-15: it comes back with a higher
    revision."""
    findings = []
    expected = {3: ["guide.withdrawn"], 4: [], 5: ["guide.added"], 6: [], 10: [], 11: ["guide.withdrawn"], 12: []}
    for edition, kinds in expected.items():
        told = [item["_onebook"]["kind"] for item in made.told_by(edition) if "guide/parking" in item["tags"]]
        if told != kinds:
            findings.append(f"edition {edition} tells of it {told}, expected {kinds}")
    notices = [edition for edition in DAYS if any("kind/agency.notice" in item["tags"] for item in made.told_by(edition))]
    if notices != [2] or len(made.events("agency.notice")) != NOTICES:
        findings.append(f"{len(made.events('agency.notice'))} notices are told, in editions {notices}")
    events = [item for item in made.documents.log if "guide/parking" in item["tags"]]
    revisions = [item["_onebook"]["rev"] for item in events]
    if revisions != sorted(set(revisions)) or len(revisions) != 3:
        findings.append(f"its revisions are {revisions}")
    # Its page stays where it was, and says so; an edition that has it again is as ever.
    for folder, isGone in ((made.target, True), (made.key.with_name("built-6"), False)):
        page = (folder / "item/parking.html").read_text(encoding="utf-8")
        listed = "停车证" in (folder / "former.html").read_text(encoding="utf-8")
        if ("已停用" in page and "本事项从2026年" in page) != isGone or listed != isGone:
            findings.append(f"{folder.name}: its page says {'nothing' if isGone else 'that it is gone'}")
    if events and (events[0]["_onebook"]["kind"], events[0]["_onebook"]["subject"]["id"]) != ("guide.withdrawn", "parking"):
        findings.append("the tombstone is gone")
    return findings


def endless(made: Past) -> list[str]:
    """F-20: a notice says until when it is to be told."""
    copy = made.copy("endless")
    copy.say(NOTICE)
    before = tree(copy.folder.parent)
    said = copy.program.run("check", copy.folder, ends=1)
    findings = [] if "[bulletin-without-end]" in said else [f"it says {said}"]
    copy.build("edition", "13", ends=1)
    return findings + (["something was written"] if tree(copy.folder.parent) != before else [])


def removed(made: Past) -> list[str]:
    """F-24: its text is nowhere any more, the log holds together. F-19: what was taken back stands, and is referred to."""
    log, findings = made.documents.log, flaws_of_log(made.catalogue.told)
    if log != made.catalogue.told:
        findings.append("the ledger and the feed are not the same")
    notices = [item for item in log if item["_onebook"]["kind"] == "agency.notice"]
    for number in REMOVED:
        item = notices[number]
        own = item["_onebook"]
        by = [each for each in log if each["id"] == own.get("redactedBy")]
        if len(by) != 1 or by[0]["_onebook"]["kind"] != "event.redacted" or item["id"] not in by[0]["_onebook"]["supersedes"]:
            findings.append(f"its text was removed by {own.get('redactedBy')}")
        elif item["content_text"] != by[0]["content_text"]:
            findings.append(f"in its place stands {item['content_text']}")
    for text in REMOVED_TEXTS:
        findings += [f"{name} still has it" for name, content in made.documents.items() if text.encode() in content]
    findings += [f"{name} still had it when the removal was published" for name in made.left]
    before = tree(made.target)
    said = made.catalogue.publish(made.target, made.key.with_name("built-6"), BACK, ends=1)
    if "a text that was removed" not in said or tree(made.target) != before:
        findings.append(f"an edition that still has it is published again: {said}")
    back = made.events("event.retracted")
    if [each["_onebook"]["supersedes"] for each in back] != [[notices[TAKEN_BACK]["id"]]]:
        findings.append(f"taken back is {[each['_onebook']['supersedes'] for each in back]}")
    elif f"第{TAKEN_BACK + 1}次停电" not in notices[TAKEN_BACK]["content_text"]:
        findings.append("what was taken back is deleted")
    return findings


def lasting(made: Past) -> list[str]:
    """An archive is never written again, whatever becomes of the book; but where a text is removed."""
    findings = []
    for edition in range(2, LAST + 1):
        before, after = made.archives[edition - 1], made.archives[edition]
        findings += [f"edition {edition}: archive/{name} is gone" for name in before if name not in after]
        changed = [name for name in before if name in after and before[name] != after[name]]
        if len(changed) > (edition == 7):
            findings.append(f"edition {edition}: written again are {changed}")
    return findings
