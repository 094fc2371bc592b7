package io.github.dualprevention.core.responsibility;

import com.google.common.collect.ListMultimap;
import com.google.common.collect.Maps;
import com.google.common.collect.Multimaps;
import io.github.dualprevention.core.Evidence;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.Rule;
import io.github.dualprevention.core.SourceClause;
import io.github.dualprevention.core.control.ControlMeasure;
import io.github.dualprevention.core.control.ControlTier;
import io.github.dualprevention.core.control.ControlTiers;
import io.github.dualprevention.core.control.MeasureMode;
import io.github.dualprevention.core.organisation.Post;
import io.github.dualprevention.core.risk.RiskEvent;
import io.github.dualprevention.core.risk.RiskLevel;
import io.github.dualprevention.core.risk.RiskTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Looks for holes in the responsibility for risks.
 *
 * @param tiers where risks of each level are controlled
 * @param matrix which post answers for what
 */
public record ResponsibilityCheck(ControlTiers tiers, ResponsibilityMatrix matrix) {

  private static final SourceClause ALL_TIERS =
      new SourceClause(
          "360docs.net/doc/5d10375362",
          "a risk managed by an upper tier is managed by every lower one, with measures tier by tier",
          Evidence.PUBLISHED);
  private static final SourceClause POST_DUTY =
      new SourceClause(
          "静安委会〔2016〕11号",
          "plan of a district committee, 安全风险分级管控岗位责任: every control has a responsible post",
          Evidence.PUBLISHED);
  private static final SourceClause POST_LIST =
      new SourceClause(
          "延庆区安全预防控制体系建设方案（2016-05-03）",
          "plan of a district, 一岗位一清单: each post has its list",
          Evidence.PUBLISHED);

  private static final Rule EVENT_UNGRADED =
      Rule.of(
          "responsibility.event.ungraded",
          "风险事件“{event}”尚未分级，无法确定管控层级",
          "the risk event {event} is not graded, so nobody can say at which tiers it is controlled");
  private static final Rule EVENT_WITHOUT_MEASURE =
      Rule.of(
          "responsibility.event.without-measure",
          "风险事件“{event}”没有任何管控措施",
          "the risk event {event} has no control measure");
  private static final Rule EVENT_WITHOUT_OWNER =
      Rule.of(
              "responsibility.event.without-owner",
              "风险事件“{event}”（{level}）在{tier}层级没有管控责任岗位",
              "nobody at the tier {tier} answers for the risk event {event} ({level})")
          .citing(ALL_TIERS);
  private static final Rule MEASURE_WITHOUT_POST =
      Rule.of(
              "responsibility.measure.without-post",
              "管控措施“{measure}”在{tier}层级没有排查责任岗位",
              "no post checks the measure {measure} at the tier {tier}")
          .citing(POST_DUTY);
  private static final Rule MEASURE_WITHOUT_EVENT =
      Rule.of(
          "responsibility.measure.without-event",
          "管控措施“{measure}”所属的风险事件“{event}”不存在",
          "the measure {measure} belongs to {event}, which does not exist");
  private static final Rule POST_WITHOUT_LIST =
      Rule.of(
              "responsibility.post.without-list",
              "岗位“{post}”没有排查清单，也未确认无需清单",
              "the post {post} has no checklist, and nobody has confirmed that it needs none")
          .citing(POST_LIST);
  private static final Rule POST_UNKNOWN =
      Rule.of(
          "responsibility.post.unknown",
          "责任矩阵指定的岗位“{post}”不存在",
          "the matrix names the post {post}, which does not exist");
  private static final Rule UNIT_UNKNOWN =
      Rule.of(
          "responsibility.unit.unknown",
          "责任矩阵指定的风险分析单元“{unit}”不存在",
          "the matrix names the risk unit {unit}, which does not exist");

  /** Refuses missing parts. */
  public ResponsibilityCheck {
    Require.notNull(tiers, "tiers");
    Require.notNull(matrix, "matrix");
  }

  /**
   * The post that checks a measure.
   *
   * @param measure the measure
   * @param unitId the risk unit of its event
   * @return the post that has the duty to check at the measure's tier; empty if there is none
   */
  public Optional<String> checkerOf(ControlMeasure measure, String unitId) {
    return matrix.postFor(Duty.CHECK, measure.tier(), unitId);
  }

  /**
   * The measures that a post checks.
   *
   * @param postId the post
   * @param tree the identified risks
   * @param measures all control measures
   * @return those that people check and that fall to the post, in the given order
   */
  public List<ControlMeasure> checkedBy(
      String postId, RiskTree tree, List<ControlMeasure> measures) {
    Map<String, RiskEvent> events = Maps.uniqueIndex(tree.events(), RiskEvent::id);
    return measures.stream()
        .filter(measure -> measure.mode() == MeasureMode.HAZARD_CHECK)
        .filter(
            measure ->
                Optional.ofNullable(events.get(measure.eventId()))
                    .flatMap(event -> checkerOf(measure, event.unitId()))
                    .filter(postId::equals)
                    .isPresent())
        .toList();
  }

  /**
   * Every hole.
   *
   * @param tree the identified risks
   * @param levels the level of each risk event
   * @param measures all control measures
   * @param posts all posts of the enterprise
   * @param withoutNeed posts for which someone has confirmed that they need no checklist
   * @return what is missing, risks first, then measures, posts and the matrix itself; none if
   *     responsibility is complete
   */
  public List<Reason> holes(
      RiskTree tree,
      Map<String, RiskLevel> levels,
      List<ControlMeasure> measures,
      List<Post> posts,
      Set<String> withoutNeed) {
    List<Reason> holes = new ArrayList<>();
    ListMultimap<String, ControlMeasure> byEvent =
        Multimaps.index(measures, ControlMeasure::eventId);
    for (RiskEvent event : tree.events()) {
      if (!byEvent.containsKey(event.id())) {
        holes.add(EVENT_WITHOUT_MEASURE.broken("event", event.id()));
      }
      Optional.ofNullable(levels.get(event.id()))
          .ifPresentOrElse(
              level -> againstOwners(event, level, holes),
              () -> holes.add(EVENT_UNGRADED.broken("event", event.id())));
    }
    Map<String, RiskEvent> events = Maps.uniqueIndex(tree.events(), RiskEvent::id);
    for (ControlMeasure measure : measures) {
      Optional.ofNullable(events.get(measure.eventId()))
          .ifPresentOrElse(
              event -> againstChecker(measure, event, holes),
              () ->
                  holes.add(
                      MEASURE_WITHOUT_EVENT.broken(
                          "measure", measure.id(), "event", measure.eventId())));
    }
    for (Post post : posts) {
      boolean listed =
          withoutNeed.contains(post.id()) || !checkedBy(post.id(), tree, measures).isEmpty();
      if (!listed) {
        holes.add(POST_WITHOUT_LIST.broken("post", post.id()));
      }
    }
    againstMatrix(tree, posts, holes);
    return List.copyOf(holes);
  }

  private void againstOwners(RiskEvent event, RiskLevel level, List<Reason> holes) {
    for (ControlTier tier : tiers.controlling(level)) {
      if (matrix.postFor(Duty.CONTROL, tier, event.unitId()).isEmpty()) {
        holes.add(
            EVENT_WITHOUT_OWNER.broken(
                "event", event.id(), "level", level.term(), "tier", tier.term()));
      }
    }
  }

  private void againstChecker(ControlMeasure measure, RiskEvent event, List<Reason> holes) {
    if (measure.mode() == MeasureMode.HAZARD_CHECK
        && checkerOf(measure, event.unitId()).isEmpty()) {
      holes.add(
          MEASURE_WITHOUT_POST.broken("measure", measure.id(), "tier", measure.tier().term()));
    }
  }

  private void againstMatrix(RiskTree tree, List<Post> posts, List<Reason> holes) {
    Set<String> postIds = posts.stream().map(Post::id).collect(Collectors.toSet());
    Set<String> unitIds = tree.units().stream().map(unit -> unit.id()).collect(Collectors.toSet());
    Set<String> unknownPosts = new TreeSet<>();
    Set<String> unknownUnits = new TreeSet<>();
    for (Assignment cell : matrix.assignments()) {
      if (!postIds.contains(cell.postId())) {
        unknownPosts.add(cell.postId());
      }
      cell.unitId().filter(unit -> !unitIds.contains(unit)).ifPresent(unknownUnits::add);
    }
    unknownPosts.forEach(post -> holes.add(POST_UNKNOWN.broken("post", post)));
    unknownUnits.forEach(unit -> holes.add(UNIT_UNKNOWN.broken("unit", unit)));
  }
}
