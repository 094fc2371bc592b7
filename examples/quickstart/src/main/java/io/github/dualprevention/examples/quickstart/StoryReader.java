package io.github.dualprevention.examples.quickstart;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.github.dualprevention.checklist.CheckAnswer;
import io.github.dualprevention.checklist.CheckCycle;
import io.github.dualprevention.checklist.CycleUnit;
import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Rule;
import io.github.dualprevention.core.control.ControlMeasure;
import io.github.dualprevention.core.control.ControlTier;
import io.github.dualprevention.core.control.ExchangeClass;
import io.github.dualprevention.core.control.MeasureClass;
import io.github.dualprevention.core.control.MeasureMode;
import io.github.dualprevention.core.hazard.HazardAction;
import io.github.dualprevention.core.hazard.HazardFact;
import io.github.dualprevention.core.organisation.Post;
import io.github.dualprevention.core.responsibility.Assignment;
import io.github.dualprevention.core.responsibility.Duty;
import io.github.dualprevention.core.responsibility.ResponsibilityMatrix;
import io.github.dualprevention.core.risk.RiskTree;
import io.github.dualprevention.core.risk.RiskUnit;
import io.github.dualprevention.core.table.Column;
import io.github.dualprevention.core.table.Fault;
import io.github.dualprevention.core.table.Row;
import io.github.dualprevention.core.table.Table;
import io.github.dualprevention.core.table.TableFormat;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads what lies beside the risk register: posts, measures, responsibilities, checks, attempts.
 */
final class StoryReader {

  /** Opens a file of the data folder; empty if there is none of that name. */
  @FunctionalInterface
  interface Files {
    Optional<InputStream> open(String name) throws IOException;
  }

  private static final Rule UNIT_UNKNOWN =
      Rule.of(
          "story.risk-unit.unknown",
          "风险清单中没有名为“{unit}”的风险分析单元",
          "the register has no risk unit of the name {unit}");
  private static final Rule CHECK_MISSING =
      Rule.of(
          "story.check.missing",
          "由人员排查的措施必须填写排查内容",
          "a measure that people check must say what a check looks at");
  private static final Rule TEXT_MISSING =
      Rule.of("story.text.missing", "必须填写说明", "the text must say what or why");
  private static final Rule EVIDENCE =
      Rule.of(
          "story.evidence",
          "必须写作“名称=内容; 名称=内容”，可用的名称：{known}",
          "must be name=text; name=text with the names {known}");
  private static final Rule CYCLE =
      Rule.of("story.cycle", "周期必须是1到1000的整数", "must be a whole number from 1 to 1000");

  private static final Pattern CYCLES = Pattern.compile("[1-9][0-9]{0,2}|1000");
  private static final ImmutableMap<String, Boolean> YES_NO =
      ImmutableMap.of("yes", true, "no", false);

  private static final Column<String> ID = Column.id("id");
  private static final Column<String> NAME = Column.text("name");
  private static final Column<String> ORGANISATION_UNIT = Column.id("unit");
  private static final Column<Boolean> NO_LIST = Column.code("no_list_confirmed", YES_NO);
  private static final TableFormat POSTS =
      TableFormat.of(ID, NAME, ORGANISATION_UNIT, NO_LIST).uniqueBy(ID);

  private static final Column<String> EVENT = Column.id("risk_event");
  private static final Column<ControlTier> TIER =
      Column.code("tier", codes(ControlTier.values(), ControlTier::code));
  private static final Column<String> DESCRIPTION = Column.text("description");
  private static final Column<MeasureClass> CLASS =
      Column.code("class", codes(MeasureClass.values(), MeasureClass::code));
  private static final Column<ExchangeClass> EXCHANGE_CLASS =
      Column.code("exchange_class", codes(ExchangeClass.values(), ExchangeClass::code));
  private static final Column<Optional<String>> DETAIL = Column.id("detail").optional();
  private static final Column<MeasureMode> MODE =
      Column.code("mode", codes(MeasureMode.values(), MeasureMode::code));
  private static final Column<Optional<String>> CHECK = Column.text("check").optional();
  private static final TableFormat MEASURES =
      TableFormat.of(ID, EVENT, TIER, DESCRIPTION, CLASS, EXCHANGE_CLASS, DETAIL, MODE, CHECK)
          .uniqueBy(ID);

  private static final Column<Duty> DUTY = Column.code("duty", Duty.byCode());
  static final Column<String> POST = Column.id("post");

  static final Column<String> LIST = Column.id("list");
  private static final Column<Integer> EVERY =
      Column.decimal("every")
          .then(
              number ->
                  CYCLES.matcher(number.toPlainString()).matches()
                      ? Outcome.accepted(number.intValueExact())
                      : Outcome.refused(CYCLE.broken()));
  private static final Column<CycleUnit> UNIT =
      Column.code("unit", codes(CycleUnit.values(), CycleUnit::code));
  private static final Column<LocalDate> FIRST_DAY = Column.date("first_day");
  private static final TableFormat PLANS =
      TableFormat.of(LIST, POST, EVERY, UNIT, FIRST_DAY).uniqueBy(LIST);

  private static final Column<LocalDate> DAY = Column.date("day");
  private static final Column<Instant> AT = Column.instant("at");
  private static final Column<String> PERSON = Column.text("person");
  private static final Column<String> MEASURE = Column.id("measure");
  private static final Column<String> RESULT =
      Column.code(
          "result",
          ImmutableMap.of(
              "CONFORMING", "CONFORMING",
              "NON_CONFORMING", "NON_CONFORMING",
              "NOT_CHECKED", "NOT_CHECKED"));
  private static final Column<Optional<String>> TEXT = Column.text("text").optional();

  private static final Column<String> HAZARD = Column.text("hazard");
  private static final Column<HazardAction> ACTION = Column.code("action", HazardAction.byCode());
  private static final Column<Optional<Map<HazardFact, String>>> FACTS =
      Column.text("evidence").then(StoryReader::evidence).optional();

  private final Files files;
  private final Column<String> riskUnit;
  private final Column<Optional<String>> anyRiskUnit;
  private final List<Fault> faults = new ArrayList<>();

  /** Takes the files and the risk tree, whose units the files name. */
  StoryReader(Files files, RiskTree tree) {
    this.files = files;
    Map<String, String> idByName =
        tree.units().stream()
            .collect(Collectors.toMap(RiskUnit::name, RiskUnit::id, (first, second) -> first));
    riskUnit =
        Column.text("risk_unit")
            .then(
                name ->
                    Optional.ofNullable(idByName.get(name))
                        .map(Outcome::accepted)
                        .orElseGet(() -> Outcome.refused(UNIT_UNKNOWN.broken("unit", name))));
    anyRiskUnit = riskUnit.optional();
  }

  StoryData read() throws IOException {
    List<Row> posts = rows("posts.csv", POSTS);
    Set<String> withoutNeed = new TreeSet<>();
    posts.stream().filter(row -> row.get(NO_LIST)).forEach(row -> withoutNeed.add(row.get(ID)));
    List<ControlMeasure> measures = new ArrayList<>();
    for (Row row : rows("measures.csv", MEASURES)) {
      measure(row).ifPresent(measures::add);
    }
    ResponsibilityMatrix matrix = matrix();
    List<StoryData.Plan> plans =
        rows("check-plans.csv", PLANS).stream().map(StoryReader::plan).toList();
    List<StoryData.Answer> answers = new ArrayList<>();
    TableFormat checks =
        TableFormat.of(LIST, DAY, AT, POST, PERSON, riskUnit, MEASURE, RESULT, TEXT)
            .uniqueBy(LIST, DAY, MEASURE);
    for (Row row : rows("checks.csv", checks)) {
      answer(row).ifPresent(answers::add);
    }
    TableFormat tries = TableFormat.of(HAZARD, AT, ACTION, POST, PERSON, riskUnit, FACTS);
    List<StoryData.Attempt> attempts =
        rows("attempts.csv", tries).stream()
            .map(this::attempt)
            .sorted(Comparator.comparing(attempt -> attempt.deed().at()))
            .toList();
    return new StoryData(
        posts.stream()
            .map(row -> new Post(row.get(ID), row.get(NAME), row.get(ORGANISATION_UNIT)))
            .toList(),
        withoutNeed,
        measures,
        matrix,
        plans,
        answers,
        attempts,
        faults);
  }

  private List<Row> rows(String file, TableFormat format) throws IOException {
    Optional<InputStream> opened = files.open(file);
    if (opened.isEmpty()) {
      return List.of();
    }
    try (InputStream in = opened.get()) {
      Table table = format.read(file, in);
      faults.addAll(table.faults());
      return table.rows();
    }
  }

  private ResponsibilityMatrix matrix() throws IOException {
    TableFormat format =
        TableFormat.of(DUTY, TIER, anyRiskUnit, POST).uniqueBy(DUTY, TIER, anyRiskUnit);
    List<Assignment> cells =
        rows("responsibility.csv", format).stream()
            .map(
                row ->
                    new Assignment(
                        row.get(DUTY), row.get(TIER), row.get(anyRiskUnit), row.get(POST)))
            .toList();
    return ResponsibilityMatrix.of(cells).orThrow();
  }

  private Optional<ControlMeasure> measure(Row row) {
    if (row.get(MODE) == MeasureMode.HAZARD_CHECK && row.get(CHECK).isEmpty()) {
      faults.add(row.fault(CHECK, CHECK_MISSING.broken()));
      return Optional.empty();
    }
    return Optional.of(
        new ControlMeasure(
            row.get(ID),
            row.get(EVENT),
            row.get(TIER),
            row.get(DESCRIPTION),
            row.get(CLASS),
            row.get(EXCHANGE_CLASS),
            row.get(DETAIL),
            row.get(MODE),
            row.get(CHECK)));
  }

  private static StoryData.Plan plan(Row row) {
    CheckCycle cycle = new CheckCycle(row.get(EVERY), row.get(UNIT));
    return new StoryData.Plan(row.get(LIST), row.get(POST), cycle, row.get(FIRST_DAY), row);
  }

  private Optional<StoryData.Answer> answer(Row row) {
    boolean told = row.get(TEXT).isPresent();
    if (!row.get(RESULT).equals("CONFORMING") && !told) {
      faults.add(row.fault(TEXT, TEXT_MISSING.broken()));
      return Optional.empty();
    }
    CheckAnswer answer =
        switch (row.get(RESULT)) {
          case "CONFORMING" -> new CheckAnswer.Conforming();
          case "NON_CONFORMING" -> new CheckAnswer.NonConforming(row.get(TEXT).orElseThrow());
          default -> new CheckAnswer.NotChecked(row.get(TEXT).orElseThrow());
        };
    return Optional.of(
        new StoryData.Answer(
            row.get(LIST), row.get(DAY), deed(row), row.get(MEASURE), answer, row));
  }

  private StoryData.Attempt attempt(Row row) {
    return new StoryData.Attempt(
        row.get(HAZARD), row.get(ACTION), deed(row), row.get(FACTS).orElse(Map.of()));
  }

  private StoryData.Deed deed(Row row) {
    return new StoryData.Deed(row.get(AT), row.get(POST), row.get(PERSON), row.get(riskUnit));
  }

  private static Outcome<Map<HazardFact, String>> evidence(String cell) {
    Map<HazardFact, String> facts = new EnumMap<>(HazardFact.class);
    for (String pair : cell.split(";")) {
      int equals = pair.indexOf('=');
      HazardFact fact =
          equals < 0 ? null : HazardFact.byCode().get(pair.substring(0, equals).strip());
      String text = pair.substring(equals + 1).strip();
      if (fact == null || text.isEmpty() || facts.put(fact, text) != null) {
        return Outcome.refused(
            EVIDENCE.broken("known", String.join(", ", HazardFact.byCode().keySet())));
      }
    }
    return Outcome.accepted(facts);
  }

  private static <T> ImmutableMap<String, T> codes(
      T[] values, com.google.common.base.Function<T, String> code) {
    return Maps.uniqueIndex(Arrays.asList(values), code);
  }
}
