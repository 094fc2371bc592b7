package io.github.dualprevention.core.evidence;

import static io.github.dualprevention.core.evidence.Html.NONE;
import static io.github.dualprevention.core.evidence.Html.both;
import static io.github.dualprevention.core.evidence.Html.code;
import static io.github.dualprevention.core.evidence.Html.free;
import static io.github.dualprevention.core.evidence.Html.row;
import static io.github.dualprevention.core.evidence.Html.section;
import static io.github.dualprevention.core.evidence.Html.table;
import static io.github.dualprevention.core.evidence.Html.td;
import static io.github.dualprevention.core.evidence.Html.th;

import io.github.dualprevention.core.hazard.Hazard;
import io.github.dualprevention.core.hazard.HazardAction;
import io.github.dualprevention.core.hazard.HazardFact;
import io.github.dualprevention.core.hazard.HazardGrade;
import io.github.dualprevention.core.hazard.HazardStep;
import io.github.dualprevention.core.hazard.Milestone;
import io.github.dualprevention.core.hazard.SupervisedListing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The hazard as it is after its latest entry. */
final class SummaryPart {

  private static final String NO = both("否", "no");

  private final EvidenceContent content;
  private final Hazard hazard;

  SummaryPart(EvidenceContent content) {
    this.content = content;
    this.hazard = content.hazard();
  }

  String render() {
    String rows =
        row(th("隐患编号", "hazard"), td(code(hazard.id())))
            + told(HazardFact.WHAT)
            + told(HazardFact.WHERE)
            + told(HazardFact.ORIGIN)
            + told(HazardFact.AREA)
            + told(HazardFact.UNIT)
            + told(HazardFact.MEASURE)
            + told(HazardFact.EARLIER)
            + row(th("状态", "state"), td(both(hazard.state().term())))
            + grade()
            + row(th("治理期限", "deadline"), td(orNone(hazard.deadline())))
            + row(th("停产停工停用", "suspended"), td(since(hazard.suspendedSince())))
            + row(th("销账未经核实", "unverified close-out"), td(unverified()))
            + row(th("挂牌督办", "supervised listing"), td(listed()))
            + row(th("现行流转表", "life cycle now followed"), td(code(hazard.table().toString())));
    return section("summary", both("概要", "Summary"), table(rows))
        + hazard.listing().map(this::listing).orElse("");
  }

  /** What was told last, and the correction if it was one. */
  private String told(HazardFact fact) {
    List<HazardStep> steps = content.steps();
    for (int i = steps.size() - 1; i >= 0; i--) {
      HazardStep step = steps.get(i);
      if (step.facts().containsKey(fact)) {
        return row(
            th(fact.wording().zh(), fact.wording().en()),
            td(EntryPart.value(content, step, fact) + correction(step)));
      }
    }
    return "";
  }

  private static String correction(HazardStep step) {
    String reason = step.facts().get(HazardFact.REASON);
    return step.action() != HazardAction.CORRECT || reason == null
        ? ""
        : note(
            both("经步骤" + step.number() + "更正，理由：", "corrected by step " + step.number() + ":")
                + " "
                + free(reason));
  }

  static String note(String html) {
    return "<p class=\"note\">" + html + "</p>";
  }

  private String grade() {
    Optional<HazardGrade> grade = hazard.grade();
    return row(
            th("隐患等级", "grade"),
            td(
                grade
                    .map(found -> both(content.grade(found.code(), hazard.table())))
                    .orElse(both("尚无等级", "none"))))
        + row(th("重大隐患", "major hazard"), td(hazard.isMajor() ? both("是", "yes") : NO));
  }

  private String unverified() {
    return hazard.isUnverified()
        ? both(
            "是：在其他台账中销账，此处没有验收记录",
            "yes: closed in another ledger, and nothing here shows its acceptance")
        : NO;
  }

  private String listed() {
    return hazard
        .listing()
        .map(
            listing ->
                listing.delisted().isPresent() ? both("已摘牌", "delisted") : both("督办中", "listed"))
        .orElse(NO);
  }

  private String listing(SupervisedListing listing) {
    String rows =
        row(th("督办级别", "level"), td(code(listing.level())))
            + row(th("发文机关", "ordered by"), td(free(listing.body())))
            + row(th("文号", "document"), td(free(listing.document())))
            + row(th("责任岗位", "responsible post"), td(free(listing.responsiblePostId())))
            + row(th("挂牌", "listed"), td(content.time(listing.listed())))
            + row(th("督办期限", "deadline"), td(listing.deadline().toString()))
            + row(th("延期次数", "extensions"), td(String.valueOf(listing.extensions())))
            + row(th("督办节点", "milestones"), td(milestones(listing)))
            + row(th("公布挂牌", "listing published"), td(when(listing.published())))
            + row(th("摘牌", "delisted"), td(when(listing.delisted())))
            + row(th("公布摘牌", "delisting published"), td(when(listing.delistingPublished())));
    return section("listing", both("挂牌督办", "Supervised listing"), table(rows));
  }

  private static String milestones(SupervisedListing listing) {
    return listing.milestones().isEmpty()
        ? NONE
        : listing.milestones().stream()
            .map(node -> "<li>" + milestone(listing, node) + "</li>")
            .collect(Collectors.joining("", "<ul>", "</ul>"));
  }

  private static String milestone(SupervisedListing listing, Milestone node) {
    boolean reached = listing.reached().contains(node.day());
    return node.day()
        + " "
        + free(node.what())
        + " — "
        + (reached ? both("已完成", "reached") : both("未完成", "open"));
  }

  private String when(Optional<Instant> moment) {
    return orNone(moment.map(content::time));
  }

  private String since(Optional<Instant> moment) {
    return moment.map(content::time).map(time -> both("自" + time + "起", "since then")).orElse(NO);
  }

  private static String orNone(Optional<?> value) {
    return value.map(Object::toString).orElse(NONE);
  }
}
