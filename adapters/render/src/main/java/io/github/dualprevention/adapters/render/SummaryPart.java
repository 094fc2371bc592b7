package io.github.dualprevention.adapters.render;

import static io.github.dualprevention.adapters.render.Html.NONE;
import static io.github.dualprevention.adapters.render.Html.both;
import static io.github.dualprevention.adapters.render.Html.code;
import static io.github.dualprevention.adapters.render.Html.field;
import static io.github.dualprevention.adapters.render.Html.free;
import static io.github.dualprevention.adapters.render.Html.section;

import com.google.common.collect.Lists;
import io.github.dualprevention.core.hazard.Hazard;
import io.github.dualprevention.core.hazard.HazardAction;
import io.github.dualprevention.core.hazard.HazardFact;
import io.github.dualprevention.core.hazard.HazardStep;
import io.github.dualprevention.core.hazard.Milestone;
import io.github.dualprevention.core.hazard.SupervisedListing;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The hazard as it is after its latest entry. */
final class SummaryPart {

  private static final String NO = both("否", "no");

  private final EvidencePage page;
  private final Hazard hazard;

  SummaryPart(EvidencePage page) {
    this.page = page;
    this.hazard = page.hazard();
  }

  String render() {
    String told =
        Stream.of(
                HazardFact.WHAT,
                HazardFact.WHERE,
                HazardFact.ORIGIN,
                HazardFact.AREA,
                HazardFact.UNIT,
                HazardFact.MEASURE,
                HazardFact.EARLIER)
            .map(this::told)
            .collect(Collectors.joining());
    String rows = field("隐患编号", "hazard", code(hazard.id())) + told + state();
    return section("summary", both("概要", "Summary"), rows)
        + hazard.listing().map(this::listing).orElse("");
  }

  /** What was told last, and the correction if it was one. */
  private String told(HazardFact fact) {
    return hazard
        .told(fact)
        .map(
            text ->
                field(both(fact.wording()), EntryPart.value(fact, text) + correction(fact, text)))
        .orElse("");
  }

  private String correction(HazardFact fact, String text) {
    return Lists.reverse(hazard.steps()).stream()
        .filter(step -> step.action() == HazardAction.CORRECT)
        .filter(step -> text.equals(step.facts().get(fact)))
        .findFirst()
        .map(
            step ->
                Html.note(by(step) + " " + free(step.facts().getOrDefault(HazardFact.REASON, ""))))
        .orElse("");
  }

  private static String by(HazardStep step) {
    int number = step.number();
    return both("经步骤" + number + "更正，理由：", "corrected by step " + number + ":");
  }

  private String state() {
    String grade =
        hazard
            .grade()
            .map(found -> both(page.grade(found.code(), hazard.table())))
            .orElse(both("尚无等级", "none"));
    return field("状态", "state", both(hazard.state().term()))
        + field("隐患等级", "grade", grade)
        + field("重大隐患", "major hazard", hazard.isMajor() ? both("是", "yes") : NO)
        + field("治理期限", "deadline", hazard.deadline().map(Object::toString).orElse(NONE))
        + field("停产停工停用", "suspended", suspended())
        + field("销账未经核实", "unverified close-out", unverified())
        + field("挂牌督办", "supervised listing", listed())
        + field("现行流转表", "life cycle now followed", code(hazard.table()));
  }

  private String suspended() {
    return hazard
        .suspendedSince()
        .map(page::time)
        .map(time -> both("自" + time + "起", "since then"))
        .orElse(NO);
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
        .map(listing -> listing.delisted().isPresent())
        .map(delisted -> delisted ? both("已摘牌", "delisted") : both("督办中", "listed"))
        .orElse(NO);
  }

  private String listing(SupervisedListing listing) {
    String rows =
        field("督办级别", "level", code(listing.level()))
            + field("发文机关", "ordered by", free(listing.body()))
            + field("文号", "document", free(listing.document()))
            + field("责任岗位", "responsible post", free(listing.responsiblePostId()))
            + field("挂牌", "listed", page.time(listing.listed()))
            + field("督办期限", "deadline", listing.deadline().toString())
            + field("延期次数", "extensions", String.valueOf(listing.extensions()))
            + field("督办节点", "milestones", milestones(listing))
            + field("公布挂牌", "listing published", when(listing.published()))
            + field("摘牌", "delisted", when(listing.delisted()))
            + field("公布摘牌", "delisting published", when(listing.delistingPublished()));
    return section("listing", both("挂牌督办", "Supervised listing"), rows);
  }

  private String when(Optional<Instant> moment) {
    return moment.map(page::time).orElse(NONE);
  }

  private static String milestones(SupervisedListing listing) {
    String nodes =
        listing.milestones().stream()
            .map(node -> "<li>" + milestone(listing, node) + "</li>")
            .collect(Collectors.joining());
    return nodes.isEmpty() ? NONE : "<ul>" + nodes + "</ul>";
  }

  private static String milestone(SupervisedListing listing, Milestone node) {
    boolean reached = listing.reached().contains(node.day());
    String done = reached ? both("已完成", "reached") : both("未完成", "open");
    return node.day() + " " + free(node.what()) + " — " + done;
  }
}
