package io.github.dualprevention.core.responsibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.control.ControlMeasure;
import io.github.dualprevention.core.control.ControlTier;
import io.github.dualprevention.core.control.ControlTiers;
import io.github.dualprevention.core.control.ExchangeClass;
import io.github.dualprevention.core.control.MeasureClass;
import io.github.dualprevention.core.control.MeasureMode;
import io.github.dualprevention.core.journal.Commitment;
import io.github.dualprevention.core.journal.HashAlgorithm;
import io.github.dualprevention.core.organisation.Post;
import io.github.dualprevention.core.risk.RiskEvent;
import io.github.dualprevention.core.risk.RiskLevel;
import io.github.dualprevention.core.risk.RiskPoint;
import io.github.dualprevention.core.risk.RiskTree;
import io.github.dualprevention.core.risk.RiskUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ResponsibilityTest {

  private static final RiskTree TREE =
      new RiskTree(
          List.of(new RiskPoint("P", "罐区")),
          List.of(new RiskUnit("U1", "储罐", "P"), new RiskUnit("U2", "泵房", "P")),
          List.of(
              new RiskEvent("E1", "泄漏", "U1", Set.of()),
              new RiskEvent("E2", "机械伤害", "U2", Set.of())));
  private static final Map<String, RiskLevel> LEVELS =
      Map.of("E1", RiskLevel.MAJOR, "E2", RiskLevel.LOW);
  private static final List<Post> POSTS =
      List.of(new Post("BOSS", "负责人", "O"), new Post("WORKER", "操作工", "O"));
  private static final List<ControlMeasure> MEASURES =
      List.of(
          measure("M1", "E1", ControlTier.COMPANY, MeasureMode.HAZARD_CHECK),
          measure("M2", "E1", ControlTier.POST, MeasureMode.HAZARD_CHECK),
          measure("M3", "E2", ControlTier.POST, MeasureMode.AUTOMATIC_MONITORING));
  private static final List<Assignment> CELLS = cells();

  private static List<Assignment> cells() {
    List<Assignment> cells = new ArrayList<>();
    for (ControlTier tier : ControlTier.values()) {
      String post = tier == ControlTier.COMPANY ? "BOSS" : "WORKER";
      cells.add(new Assignment(Duty.CONTROL, tier, Optional.of("U1"), post));
      cells.add(new Assignment(Duty.CHECK, tier, Optional.empty(), post));
    }
    cells.add(new Assignment(Duty.CONTROL, ControlTier.TEAM, Optional.of("U2"), "WORKER"));
    cells.add(new Assignment(Duty.CONTROL, ControlTier.POST, Optional.of("U2"), "WORKER"));
    return List.copyOf(cells);
  }

  @Test
  void findsNoHoleWhereResponsibilityIsComplete() {
    assertThat(holes(CELLS, LEVELS, MEASURES, POSTS, Set.of())).isEmpty();
  }

  @Test
  void r3NamesEveryTierWithoutOwner() {
    for (Assignment cell : CELLS) {
      if (cell.duty() == Duty.CONTROL) {
        List<Assignment> left = without(cell);

        assertThat(holes(left, LEVELS, MEASURES, POSTS, Set.of()))
            .extracting(
                Reason::code, reason -> reason.value("event"), reason -> reason.value("tier"))
            .containsExactly(
                tuple(
                    "responsibility.event.without-owner",
                    cell.unitId().orElseThrow().equals("U1") ? "E1" : "E2",
                    cell.tier().code()));
      }
    }
  }

  @Test
  void namesAnEventThatIsNotGraded() {
    assertThat(codes(holes(CELLS, Map.of("E1", RiskLevel.MAJOR), MEASURES, POSTS, Set.of())))
        .containsExactly("responsibility.event.ungraded");
  }

  @Test
  void r1NamesAnEventWithoutMeasure() {
    assertThat(codes(holes(CELLS, LEVELS, MEASURES.subList(0, 2), POSTS, Set.of())))
        .containsExactly("responsibility.event.without-measure");
  }

  @Test
  void namesAMeasureOfAnEventThatDoesNotExist() {
    List<ControlMeasure> measures = new ArrayList<>(MEASURES);
    measures.add(measure("M4", "E9", ControlTier.POST, MeasureMode.HAZARD_CHECK));

    assertThat(codes(holes(CELLS, LEVELS, measures, POSTS, Set.of())))
        .containsExactly("responsibility.measure.without-event");
  }

  @Test
  void r2NamesAMeasureThatNobodyChecks() {
    List<ControlMeasure> measures = new ArrayList<>(MEASURES);
    measures.add(measure("M4", "E1", ControlTier.TEAM, MeasureMode.HAZARD_CHECK));
    List<Assignment> left =
        without(new Assignment(Duty.CHECK, ControlTier.TEAM, Optional.empty(), "WORKER"));

    assertThat(holes(left, LEVELS, measures, POSTS, Set.of()))
        .extracting(Reason::code, reason -> reason.value("measure"))
        .containsExactly(tuple("responsibility.measure.without-post", "M4"));
  }

  @Test
  void r6NamesAPostWithoutListUnlessSomeoneHasConfirmedThatItNeedsNone() {
    List<Post> posts = new ArrayList<>(POSTS);
    posts.add(new Post("CLERK", "文员", "O"));

    assertThat(holes(CELLS, LEVELS, MEASURES, posts, Set.of()))
        .extracting(Reason::code, reason -> reason.value("post"))
        .containsExactly(tuple("responsibility.post.without-list", "CLERK"));
    assertThat(holes(CELLS, LEVELS, MEASURES, posts, Set.of("CLERK"))).isEmpty();
  }

  @Test
  void namesPostsAndUnitsOfTheMatrixThatDoNotExist() {
    List<Assignment> cells = new ArrayList<>(CELLS);
    cells.add(new Assignment(Duty.REPORT, ControlTier.TEAM, Optional.of("U9"), "WORKER"));
    cells.add(new Assignment(Duty.PLAN, ControlTier.TEAM, Optional.empty(), "GHOST"));
    cells.add(new Assignment(Duty.PLAN, ControlTier.POST, Optional.empty(), "GHOST"));

    assertThat(codes(holes(cells, LEVELS, MEASURES, POSTS, Set.of())))
        .containsExactly("responsibility.post.unknown", "responsibility.unit.unknown");
  }

  @Test
  void speaksBothLanguagesAboutEveryHole() {
    List<Assignment> cells =
        List.of(new Assignment(Duty.PLAN, ControlTier.TEAM, Optional.of("U9"), "GHOST"));

    List<Reason> holes =
        holes(cells, Map.of("E1", RiskLevel.MAJOR), MEASURES.subList(0, 2), POSTS, Set.of());

    assertThat(codes(holes).stream().distinct()).hasSize(7);
    for (Reason hole : holes) {
      assertThat(hole.message().zh().replaceAll("“[^”]*”", ""))
          .doesNotContainPattern("[{}]|[A-Za-z]");
      assertThat(hole.message().en()).doesNotContainPattern("[{}]|\\p{IsHan}");
    }
  }

  @Property(tries = 300)
  @Label("R3: whichever needed owner is missing, a hole shows it")
  void r3EveryNeededOwnerThatIsMissingOpensAHole(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, RiskLevel> levels = new HashMap<>();
    List<Assignment> cells = new ArrayList<>();
    for (RiskEvent event : TREE.events()) {
      List<RiskLevel> all = List.of(RiskLevel.values());
      RiskLevel level = all.get(random.nextInt(all.size()));
      levels.put(event.id(), level);
      for (ControlTier tier : ControlTiers.published().controlling(level)) {
        cells.add(new Assignment(Duty.CONTROL, tier, Optional.of(event.unitId()), "WORKER"));
      }
    }
    List<Assignment> checks = new ArrayList<>(CELLS);
    checks.removeIf(cell -> cell.duty() == Duty.CONTROL);
    cells.addAll(checks);
    assertThat(holes(cells, levels, MEASURES, POSTS, Set.of())).isEmpty();

    Assignment missing = cells.remove(random.nextInt(cells.size() - checks.size()));

    assertThat(holes(cells, levels, MEASURES, POSTS, Set.of()))
        .extracting(Reason::code, reason -> reason.value("tier"))
        .containsExactly(tuple("responsibility.event.without-owner", missing.tier().code()));
  }

  @Test
  void aCellNamesOnePostOnly() {
    Assignment cell = new Assignment(Duty.CHECK, ControlTier.POST, Optional.of("U1"), "A");
    Assignment again = new Assignment(Duty.CHECK, ControlTier.POST, Optional.of("U1"), "B");
    Assignment every = new Assignment(Duty.CHECK, ControlTier.POST, Optional.empty(), "C");

    List<Reason> reasons = ResponsibilityMatrix.of(List.of(cell, every, again, every)).reasons();

    assertThat(reasons)
        .extracting(
            Reason::code,
            reason -> reason.value("unit"),
            reason -> reason.value("first"),
            reason -> reason.value("second"))
        .containsExactly(
            tuple("responsibility.cell.twice", "U1", "A", "B"),
            tuple("responsibility.cell.twice", "*", "C", "C"));
    for (Reason reason : reasons) {
      assertThat(reason.message().zh().replaceAll("“[^”]*”", ""))
          .doesNotContainPattern("[{}]|[A-Za-z]");
    }
  }

  @Test
  void aUnitsOwnCellBeatsTheCellForEveryUnit() {
    ResponsibilityMatrix matrix =
        matrix(
            new Assignment(Duty.CHECK, ControlTier.POST, Optional.empty(), "EVERY"),
            new Assignment(Duty.CHECK, ControlTier.POST, Optional.of("U1"), "OWN"));

    assertThat(matrix.postFor(Duty.CHECK, ControlTier.POST, "U1")).contains("OWN");
    assertThat(matrix.postFor(Duty.CHECK, ControlTier.POST, "U2")).contains("EVERY");
    assertThat(matrix.postFor(Duty.CHECK, ControlTier.TEAM, "U1")).isEmpty();
    assertThat(matrix.postFor(Duty.CONTROL, ControlTier.POST, "U1")).isEmpty();
  }

  @Test
  void aUnitWhoseIdIsAnAsteriskIsAUnitLikeAnyOther() {
    ResponsibilityMatrix matrix =
        matrix(
            new Assignment(Duty.CHECK, ControlTier.POST, Optional.of("*"), "STAR"),
            new Assignment(Duty.PLAN, ControlTier.POST, Optional.empty(), "EVERY"),
            new Assignment(Duty.PLAN, ControlTier.POST, Optional.of("*"), "STAR"));

    assertThat(matrix.postFor(Duty.CHECK, ControlTier.POST, "*")).contains("STAR");
    assertThat(matrix.postFor(Duty.CHECK, ControlTier.POST, "U1")).isEmpty();
    assertThat(matrix.postFor(Duty.PLAN, ControlTier.POST, "U1")).contains("EVERY");
  }

  @Test
  void anActorHasTheDutiesOfItsPostInTheUnit() {
    ResponsibilityMatrix matrix =
        matrix(
            new Assignment(Duty.CHECK, ControlTier.POST, Optional.empty(), "A"),
            new Assignment(Duty.CHECK, ControlTier.POST, Optional.of("U1"), "B"),
            new Assignment(Duty.ACCEPT, ControlTier.COMPANY, Optional.of("U1"), "A"),
            new Assignment(Duty.REPORT, ControlTier.TEAM, Optional.of("U2"), "A"));
    Commitment person = Commitment.of(HashAlgorithm.sha256(), new byte[16], "示例人员甲");

    assertThat(matrix.dutiesOf("A", "U1")).isEqualTo(EnumSet.of(Duty.ACCEPT));
    assertThat(matrix.dutiesOf("A", "U2")).isEqualTo(EnumSet.of(Duty.CHECK, Duty.REPORT));
    assertThat(matrix.dutiesOf("B", "U1")).isEqualTo(EnumSet.of(Duty.CHECK));
    assertThat(matrix.dutiesOf("C", "U1")).isEmpty();
    assertThat(matrix.actor(person, "A", "U1").duties()).containsExactly(Duty.ACCEPT);
  }

  @Test
  void aPostChecksTheMeasuresThatFallToIt() {
    ResponsibilityCheck check =
        new ResponsibilityCheck(ControlTiers.published(), ResponsibilityMatrix.of(CELLS).orThrow());

    assertThat(check.checkedBy("BOSS", TREE, MEASURES))
        .extracting(ControlMeasure::id)
        .containsExactly("M1");
    assertThat(check.checkedBy("WORKER", TREE, MEASURES))
        .extracting(ControlMeasure::id)
        .containsExactly("M2");
  }

  private static ResponsibilityMatrix matrix(Assignment... cells) {
    return ResponsibilityMatrix.of(List.of(cells)).orThrow();
  }

  private static List<Assignment> without(Assignment cell) {
    List<Assignment> left = new ArrayList<>(CELLS);
    assertThat(left.remove(cell)).isTrue();
    return left;
  }

  private static List<String> codes(List<Reason> reasons) {
    return reasons.stream().map(Reason::code).toList();
  }

  private static List<Reason> holes(
      List<Assignment> cells,
      Map<String, RiskLevel> levels,
      List<ControlMeasure> measures,
      List<Post> posts,
      Set<String> withoutNeed) {
    return new ResponsibilityCheck(
            ControlTiers.published(), ResponsibilityMatrix.of(cells).orThrow())
        .holes(TREE, levels, measures, posts, withoutNeed);
  }

  private static ControlMeasure measure(
      String id, String event, ControlTier tier, MeasureMode mode) {
    return new ControlMeasure(
        id,
        event,
        tier,
        "措施",
        MeasureClass.MANAGEMENT,
        ExchangeClass.OPERATION_OTHER,
        Optional.empty(),
        mode,
        Optional.of("内容"));
  }
}
