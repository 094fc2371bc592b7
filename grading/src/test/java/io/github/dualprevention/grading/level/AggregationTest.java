package io.github.dualprevention.grading.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.dualprevention.core.Evidence;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.Wording;
import io.github.dualprevention.core.organisation.CreditCode;
import io.github.dualprevention.core.organisation.Enterprise;
import io.github.dualprevention.core.risk.RiskEvent;
import io.github.dualprevention.core.risk.RiskLevel;
import io.github.dualprevention.core.risk.RiskPoint;
import io.github.dualprevention.core.risk.RiskTree;
import io.github.dualprevention.core.risk.RiskUnit;
import io.github.dualprevention.core.table.Fault;
import io.github.dualprevention.core.table.InvalidTableException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AggregationTest {

  private static final String HEADER = "id,version,of,count,to,document,clause,evidence\n";
  private static final Enterprise ENTERPRISE =
      new Enterprise(new CreditCode("91350100M000100Y43"), "示例公司");
  private static final RiskTree TREE =
      new RiskTree(
          List.of(new RiskPoint("P1", "罐区"), new RiskPoint("P2", "泵房"), new RiskPoint("P3", "办公楼")),
          List.of(
              new RiskUnit("U1", "一号罐", "P1"),
              new RiskUnit("U2", "二号罐", "P1"),
              new RiskUnit("U3", "泵", "P2")),
          List.of(event("E1", "U1"), event("E2", "U1"), event("E3", "U2"), event("E4", "U3")));
  private static final Map<String, String> AREAS = Map.of("P1", "生产区", "P2", "生产区", "P3", "生活区");
  private static final List<RiskLevel> LEVELS = List.of(RiskLevel.values());
  private static final Aggregation MAXIMUM = Aggregation.maximum();
  private static final Aggregation THREE =
      read(HEADER + line("SIGNIFICANT", "3", "MAJOR") + line("GENERAL", "2", "SIGNIFICANT"));

  @Property
  @Label("G14: by the maximum a whole is as high as its highest part")
  void g14TheMaximumIsTheHighestPart(@ForAll @NotEmpty List<RiskLevel> parts) {
    RiskLevel whole = MAXIMUM.levelOf(parts).orElseThrow();

    assertThat(parts).contains(whole).allMatch(whole::isAtLeast);
  }

  @Property
  @Label("G14: by every rule a whole is at least its highest part, and nothing makes no level")
  void g14AWholeIsNeverBelowItsParts(
      @ForAll("aggregations") Aggregation aggregation, @ForAll List<RiskLevel> parts) {
    Optional<RiskLevel> whole = aggregation.levelOf(parts);

    assertThat(whole.isPresent()).isEqualTo(!parts.isEmpty());
    whole.ifPresent(level -> assertThat(parts).allMatch(level::isAtLeast));
  }

  @Property
  @Label("G14: by every rule, adding or raising a part never lowers the whole")
  void g14AddingOrRaisingAPartNeverLowersTheWhole(
      @ForAll("aggregations") Aggregation aggregation,
      @ForAll @NotEmpty @Size(max = 8) List<RiskLevel> parts,
      @ForAll RiskLevel more,
      @ForAll int which) {
    RiskLevel before = aggregation.levelOf(parts).orElseThrow();
    List<RiskLevel> larger = new ArrayList<>(parts);
    larger.add(more);
    List<RiskLevel> raised = new ArrayList<>(parts);
    int place = Math.floorMod(which, parts.size());
    raised.set(place, parts.get(place).max(more));

    assertThat(aggregation.levelOf(larger).orElseThrow().isAtLeast(before)).isTrue();
    assertThat(aggregation.levelOf(raised).orElseThrow().isAtLeast(before)).isTrue();
  }

  @Property
  @Label("G14: grading or raising an event never lowers any part above it, and lifts no stranger")
  void g14HoldsAllTheWayUp(
      @ForAll("aggregations") Aggregation aggregation, @ForAll long seed, @ForAll RiskLevel more) {
    Random random = new Random(seed);
    Map<String, RiskLevel> events = new HashMap<>();
    for (RiskEvent event : TREE.events()) {
      if (random.nextInt(3) > 0) {
        events.put(event.id(), LEVELS.get(random.nextInt(4)));
      }
    }
    AggregatedLevels before = over(aggregation, events);
    events.merge("E3", more, RiskLevel::max);
    AggregatedLevels after = over(aggregation, events);

    for (PartLevel part : before.parts()) {
      PartLevel then = after.find(part.part().kind(), part.part().id()).orElseThrow();
      part.level()
          .ifPresent(level -> assertThat(then.level().orElseThrow().isAtLeast(level)).isTrue());
      if (!Set.of("U2", "P1", "生产区", ENTERPRISE.creditCode().toString())
          .contains(part.part().id())) {
        assertThat(then).isEqualTo(part);
      }
      assertThat(part.isComplete())
          .isEqualTo(part.level().isPresent() && part.ungraded().isEmpty());
      assertThat(part.decisive().isEmpty()).isEqualTo(part.level().isEmpty());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "LOW LOW LOW LOW,LOW",
    "GENERAL LOW LOW LOW,GENERAL",
    "GENERAL GENERAL LOW,SIGNIFICANT",
    "SIGNIFICANT GENERAL,SIGNIFICANT",
    "SIGNIFICANT SIGNIFICANT,SIGNIFICANT",
    "SIGNIFICANT SIGNIFICANT SIGNIFICANT,MAJOR",
    "SIGNIFICANT SIGNIFICANT GENERAL,SIGNIFICANT",
    "MAJOR LOW,MAJOR"
  })
  void aTableCountsPartsOfALevelOrAbove(String parts, RiskLevel whole) {
    assertThat(THREE.levelOf(List.of(parts.split(" ")).stream().map(RiskLevel::ofCode).toList()))
        .contains(whole);
  }

  @Test
  void carriesLevelsUpToTheEnterpriseAndNamesWhatDecided() {
    AggregatedLevels levels =
        over(
            MAXIMUM,
            Map.of(
                "E1", RiskLevel.LOW,
                "E2", RiskLevel.GENERAL,
                "E3", RiskLevel.SIGNIFICANT,
                "E4", RiskLevel.SIGNIFICANT));

    assertThat(levels.by()).hasToString("LEVEL:MAX@1").isEqualTo(MAXIMUM.version());
    assertThat(levels.parts())
        .extracting(
            level -> level.part().kind().code() + " " + level.part().name(),
            PartLevel::level,
            level -> level.decisive().stream().map(RiskPart::id).toList(),
            level -> level.ungraded().stream().map(RiskPart::id).toList())
        .containsExactly(
            tuple(
                "ENTERPRISE 示例公司",
                Optional.of(RiskLevel.SIGNIFICANT),
                List.of("生产区"),
                List.of("生活区")),
            tuple("AREA 生产区", Optional.of(RiskLevel.SIGNIFICANT), List.of("P1", "P2"), List.of()),
            tuple("AREA 生活区", Optional.empty(), List.of(), List.of("P3")),
            tuple("POINT 罐区", Optional.of(RiskLevel.SIGNIFICANT), List.of("U2"), List.of()),
            tuple("POINT 泵房", Optional.of(RiskLevel.SIGNIFICANT), List.of("U3"), List.of()),
            tuple("POINT 办公楼", Optional.empty(), List.of(), List.of()),
            tuple("UNIT 一号罐", Optional.of(RiskLevel.GENERAL), List.of("E2"), List.of()),
            tuple("UNIT 二号罐", Optional.of(RiskLevel.SIGNIFICANT), List.of("E3"), List.of()),
            tuple("UNIT 泵", Optional.of(RiskLevel.SIGNIFICANT), List.of("E4"), List.of()));
    assertThat(levels.enterprise()).isSameAs(levels.parts().get(0));
    assertThat(levels.find(PartKind.UNIT, "P1")).isEmpty();
  }

  @Test
  void namesWhatIsUngradedAllTheWayUp() {
    AggregatedLevels levels = over(MAXIMUM, Map.of("E1", RiskLevel.LOW));

    assertThat(levels.enterprise().ungraded())
        .extracting(part -> part.kind() + " " + part.id())
        .containsExactly("EVENT E2", "UNIT U2", "POINT P2", "AREA 生活区");
    assertThat(levels.enterprise().isComplete()).isFalse();
    assertThat(levels.find(PartKind.UNIT, "U2").orElseThrow().ungraded())
        .extracting(RiskPart::id)
        .containsExactly("E3");
    assertThat(levels.find(PartKind.UNIT, "U1").orElseThrow().explanation())
        .isEqualTo(
            new Wording(
                "风险分析单元“一号罐”（U1）：低风险，取最高的部分：风险事件“E1事件”（E1）；其中尚未分级：风险事件“E2事件”（E2）",
                "risk unit 一号罐 (U1): low risk, as its highest parts: risk event E1事件 (E1);"
                    + " not graded yet: risk event E2事件 (E2)"));
    assertThat(levels.find(PartKind.POINT, "P3").orElseThrow().explanation())
        .isEqualTo(new Wording("风险点“办公楼”（P3）：未分级", "risk point 办公楼 (P3): ungraded"));
    assertThat(levels.find(PartKind.AREA, "生活区").orElseThrow().explanation())
        .isEqualTo(
            new Wording(
                "区域“生活区”：未分级；其中尚未分级：风险点“办公楼”（P3）",
                "area 生活区: ungraded; not graded yet: risk point 办公楼 (P3)"));
  }

  @Test
  void anEnterpriseWithoutRisksIsUngradedAndNotLow() {
    PartLevel enterprise =
        MAXIMUM
            .over(ENTERPRISE, new RiskTree(List.of(), List.of(), List.of()), Map.of(), Map.of())
            .orThrow()
            .enterprise();

    assertThat(enterprise.level()).isEmpty();
    assertThat(enterprise.isComplete()).isFalse();
  }

  @Test
  void saysHowManyPartsLiftedAWhole() {
    AggregatedLevels levels =
        over(THREE, Map.of("E1", RiskLevel.GENERAL, "E2", RiskLevel.GENERAL, "E3", RiskLevel.LOW));
    PartLevel unit = levels.find(PartKind.UNIT, "U1").orElseThrow();

    assertThat(unit.level()).contains(RiskLevel.SIGNIFICANT);
    assertThat(unit.decisive()).extracting(RiskPart::id).containsExactly("E1", "E2");
    assertThat(unit.basis().orElseThrow().rule()).isEqualTo("OWN@1");
    assertThat(unit.basis().orElseThrow().source().evidence()).isEqualTo(Evidence.ENTERPRISE);
    assertThat(unit.basis().orElseThrow().because())
        .isEqualTo(
            new Wording(
                "有2个部分不低于一般风险，达到2个", "as 2 parts are at least general risk, and 2 suffice"));
    assertThat(levels.find(PartKind.POINT, "P1").orElseThrow().basis().orElseThrow().source())
        .hasToString(
            "chinacaj.net/i,2,414774, the grade of the whole mine is the highest of its systems"
                + " (PUBLISHED)");
  }

  @Test
  void refusesPointsWithoutAreaAndStrangersWithAllReasons() {
    List<Reason> reasons =
        MAXIMUM
            .over(
                ENTERPRISE,
                TREE,
                Map.of("P2", "生产区", "P9", "生产区", "P8", "生产区"),
                Map.of("E9", RiskLevel.LOW, "E1", RiskLevel.LOW))
            .reasons();

    assertThat(reasons)
        .extracting(Reason::code, reason -> String.join("", reason.values().values()))
        .containsExactly(
            tuple("grading.level.area-missing", "P1"),
            tuple("grading.level.area-missing", "P3"),
            tuple("grading.level.point-unknown", "P8"),
            tuple("grading.level.point-unknown", "P9"),
            tuple("grading.level.event-unknown", "E9"));
  }

  @Test
  void refusesLinesThatLiftNothingOrNeverMatter() {
    assertFaults(line("MAJOR", "2", "MAJOR"), tuple(2L, "to", "grading.level.no-lift"));
    assertFaults(line("GENERAL", "2", "LOW"), tuple(2L, "to", "grading.level.no-lift"));
    assertFaults(
        line("GENERAL", "5", "MAJOR") + line("GENERAL", "4", "MAJOR"),
        tuple(2L, "to", "grading.level.needless"));
    assertFaults(
        line("GENERAL", "4", "MAJOR") + line("SIGNIFICANT", "4", "MAJOR"),
        tuple(3L, "to", "grading.level.needless"));
    assertFaults(
        line("LOW", "4", "MAJOR") + line("LOW", "4", "GENERAL"),
        tuple(3L, "to", "grading.level.needless"));
    assertFaults(
        line("GENERAL", "4", "MAJOR") + line("GENERAL", "4", "MAJOR"),
        tuple(3L, "to", "grading.level.needless"));
    assertFaults("", tuple(1L, "", "table.edition.empty"));
    assertFaults(
        line("LOW", "4", "MAJOR").replace("OWN", "O".repeat(99)),
        tuple(2L, "id", "grading.level.rule-id"));
    assertThat(
            read(HEADER + line("LOW", "4", "MAJOR").replace("OWN", "O".repeat(98))).version().id())
        .hasSize(98);
  }

  @Test
  void refusesMoreThanAThousandLines() {
    String thousand =
        IntStream.range(0, 1_000)
            .mapToObj(i -> line("LOW", String.valueOf(2_000 - i), "MAJOR"))
            .collect(Collectors.joining());

    assertThatExceptionOfType(InvalidTableException.class)
        .isThrownBy(() -> read(HEADER + thousand))
        .satisfies(
            refused ->
                assertThat(refused.faults())
                    .hasSize(999)
                    .allMatch(fault -> fault.reason().code().equals("grading.level.needless")));
    assertFaults(
        thousand + line("LOW", "2", "MAJOR") + line("LOW", "1", "MAJOR"),
        tuple(1002L, "", "grading.level.lines"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1.5", "1000001"})
  void countsAreWholeNumbersFromOneUp(String count) {
    assertFaults(line("LOW", count, "MAJOR"), tuple(2L, "count", "grading.level.count"));
    assertThat(
            List.of(
                read(HEADER + line("LOW", "1", "MAJOR")),
                read(HEADER + line("LOW", "1000000", "MAJOR"))))
        .hasSize(2);
  }

  @Test
  void levelsThatContradictThemselvesCannotBeMade() {
    PartLevel unit = over(MAXIMUM, Map.of("E1", RiskLevel.LOW)).parts().get(6);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PartLevel(unit.part(), unit.basis(), List.of(), List.of()))
        .withMessageContaining("decisive");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PartLevel(unit.part(), Optional.empty(), unit.decisive(), List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AggregatedLevels(MAXIMUM.version(), List.of(unit)))
        .withMessageContaining("enterprise");
    assertThat(PartKind.values())
        .extracting(kind -> kind.wording().zh())
        .containsExactly("风险事件", "风险分析单元", "风险点", "区域", "企业");
  }

  @Provide
  Arbitrary<Aggregation> aggregations() {
    return Arbitraries.oneOf(
        Arbitraries.of(MAXIMUM, THREE), Arbitraries.longs().map(seed -> random(new Random(seed))));
  }

  /** One or two lines that may lift, whatever they say beside each other. */
  private static Aggregation random(Random random) {

    int of = 1 + random.nextInt(3);
    String first =
        line(
            LEVELS.get(of).code(),
            String.valueOf(1 + random.nextInt(5)),
            LEVELS.get(random.nextInt(of)).code());
    String second = line("GENERAL", String.valueOf(1 + random.nextInt(5)), "SIGNIFICANT");
    try {
      return read(HEADER + first + second);
    } catch (InvalidTableException needless) {
      return read(HEADER + first);
    }
  }

  private static AggregatedLevels over(Aggregation aggregation, Map<String, RiskLevel> events) {
    return aggregation.over(ENTERPRISE, TREE, AREAS, events).orThrow();
  }

  private static void assertFaults(String lines, Tuple... faults) {
    assertThatExceptionOfType(InvalidTableException.class)
        .isThrownBy(() -> read(HEADER + lines))
        .satisfies(
            refused ->
                assertThat(refused.faults())
                    .extracting(Fault::line, Fault::column, fault -> fault.reason().code())
                    .containsExactly(faults));
  }

  private static RiskEvent event(String id, String unit) {
    return new RiskEvent(id, id + "事件", unit, Set.of());
  }

  private static String line(String of, String count, String to) {
    return "OWN,1,%s,%s,%s,示例,1,ENTERPRISE\n".formatted(of, count, to);
  }

  private static Aggregation read(String csv) {
    return Aggregation.read(
        "own.csv", new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
  }
}
