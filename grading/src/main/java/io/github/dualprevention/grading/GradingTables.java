package io.github.dualprevention.grading;

import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.risk.Band;
import io.github.dualprevention.core.risk.RiskLevel;
import io.github.dualprevention.core.risk.ScoreRange;
import io.github.dualprevention.core.table.Column;
import io.github.dualprevention.core.table.EffectivePeriod;
import io.github.dualprevention.core.table.Fault;
import io.github.dualprevention.core.table.InvalidTableException;
import io.github.dualprevention.core.table.Row;
import io.github.dualprevention.core.table.SourceColumns;
import io.github.dualprevention.core.table.TableFiles;
import io.github.dualprevention.core.table.TableFormat;
import io.github.dualprevention.core.table.TableVersion;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads a catalogue from its three files; all faults of all files come together. */
final class GradingTables {

  private static final String METHODS_FILE = "methods.csv";
  private static final String SCALES_FILE = "scales.csv";
  private static final String BANDS_FILE = "bands.csv";

  private static final SourceColumns SOURCE = new SourceColumns();
  private static final WordingColumns WORDING = new WordingColumns("zh", "en");

  private static final Column<String> ID = Column.id("id");
  private static final Column<String> VERSION = Column.id("version");
  private static final Column<Optional<String>> ALIAS = Column.id("alias").optional();
  private static final Column<Map<String, String>> FACTORS =
      Column.text("factors").then(GradingTables::factorList);
  private static final Column<String> BANDS = Column.id("bands");
  private static final Column<Optional<LocalDate>> FROM = Column.date("from").optional();
  private static final Column<Optional<LocalDate>> UNTIL = Column.date("until").optional();
  private static final TableFormat METHODS =
      TableFormat.of(
              ID,
              VERSION,
              ALIAS,
              FACTORS,
              BANDS,
              FROM,
              UNTIL,
              WORDING.zh(),
              WORDING.en(),
              SOURCE.document(),
              SOURCE.clause(),
              SOURCE.evidence())
          .uniqueBy(ID, VERSION);

  private static final Column<String> SCALE = Column.id("scale");
  private static final Column<BigDecimal> VALUE =
      Column.decimal("value").then(GradingTables::notNegative);
  private static final TableFormat SCALES =
      TableFormat.of(
              SCALE,
              VALUE,
              WORDING.zh(),
              WORDING.en(),
              SOURCE.document(),
              SOURCE.clause(),
              SOURCE.evidence())
          .uniqueBy(SCALE, VALUE);

  private static final Column<ScoreRange> RANGE = Column.text("range").then(GradingTables::range);
  private static final Column<RiskLevel> LEVEL = Column.code("level", RiskLevel.byCode());
  private static final TableFormat BAND_SETS =
      TableFormat.of(
              BANDS,
              RANGE,
              LEVEL,
              WORDING.zh(),
              WORDING.en(),
              SOURCE.document(),
              SOURCE.clause(),
              SOURCE.evidence())
          .uniqueBy(BANDS, RANGE);

  private static final Pattern FACTOR = Pattern.compile("([\\p{L}\\p{N}_.-]{1,100})=(\\S{1,100})");

  private final TableFiles files;
  private final List<Row> methodRows;
  private final Map<String, List<Row>> scaleRows;
  private final Map<String, List<Row>> bandRows;
  private final Set<String> usedScales = new HashSet<>();
  private final Set<String> usedBands = new HashSet<>();

  private GradingTables(TableFiles files) {
    this.files = files;
    methodRows = files.rows(METHODS, METHODS_FILE);
    scaleRows = grouped(files.rows(SCALES, SCALES_FILE), SCALE);
    bandRows = grouped(files.rows(BAND_SETS, BANDS_FILE), BANDS);
  }

  /** Reads, proves and joins; throws {@link InvalidTableException} with every fault. */
  static GradingMethods read(TableFiles files) {
    return new GradingTables(files).catalogue();
  }

  private GradingMethods catalogue() {
    files.refuseFaults();
    List<GradingMethod> methods = new ArrayList<>();
    Map<String, String> aliases = new LinkedHashMap<>();
    for (Row row : methodRows) {
      row.get(ALIAS).ifPresent(alias -> addAlias(aliases, alias, row));
      method(row).ifPresent(methods::add);
    }
    againstUnused(scaleRows, SCALE, usedScales);
    againstUnused(bandRows, BANDS, usedBands);
    files.refuseFaults();
    Outcome<GradingMethods> catalogue = GradingMethods.of(methods, aliases);
    catalogue.reasons().forEach(reason -> files.fault(methodFault(reason)));
    files.refuseFaults();
    return catalogue.orThrow();
  }

  private Optional<GradingMethod> method(Row row) {
    List<FactorScale> scales = new ArrayList<>();
    row.get(FACTORS).forEach((factor, scale) -> scaleOf(row, factor, scale).ifPresent(scales::add));
    List<Row> bands = bandRows.getOrDefault(row.get(BANDS), List.of());
    usedBands.add(row.get(BANDS));
    if (bands.isEmpty()) {
      files.fault(row.fault(BANDS, GradingRules.BANDS_UNKNOWN.broken("bands", row.get(BANDS))));
    }
    Optional<EffectivePeriod> period = periodOf(row);
    if (period.isEmpty() || bands.isEmpty() || scales.size() < row.get(FACTORS).size()) {
      return Optional.empty();
    }
    TableVersion version = new TableVersion(row.get(ID), row.get(VERSION));
    MethodEdition edition =
        new MethodEdition(version, WORDING.of(row), period.get(), SOURCE.of(row));
    Outcome<GradingMethod> method =
        GradingMethod.product(edition, scales, bands.stream().map(GradingTables::band).toList());
    method.reasons().forEach(reason -> files.fault(tableFault(row, bands, reason)));
    return method instanceof Outcome.Accepted<GradingMethod> sound
        ? Optional.of(sound.value())
        : Optional.empty();
  }

  private Optional<FactorScale> scaleOf(Row row, String factor, String scale) {
    usedScales.add(scale);
    List<Row> values = scaleRows.getOrDefault(scale, List.of());
    if (values.isEmpty()) {
      files.fault(row.fault(FACTORS, GradingRules.SCALE_UNKNOWN.broken("scale", scale)));
      return Optional.empty();
    }
    return Optional.of(
        new FactorScale(factor, values.stream().map(GradingTables::factorValue).toList()));
  }

  private Optional<EffectivePeriod> periodOf(Row row) {
    Optional<LocalDate> from = row.get(FROM);
    Optional<LocalDate> until = row.get(UNTIL);
    boolean ordered = from.isEmpty() || until.isEmpty() || from.get().isBefore(until.get());
    if (!ordered) {
      files.fault(row.fault(UNTIL, GradingRules.PERIOD.broken("from", from.orElseThrow())));
    }
    return ordered ? Optional.of(new EffectivePeriod(from, until)) : Optional.empty();
  }

  private void addAlias(Map<String, String> aliases, String alias, Row row) {
    String before = aliases.putIfAbsent(alias, row.get(ID));
    if (before != null && !before.equals(row.get(ID))) {
      files.fault(
          row.fault(
              ALIAS,
              GradingRules.NAME_TWICE.broken(
                  "name", alias, "first", before, "second", row.get(ID))));
    }
  }

  private void againstUnused(
      Map<String, List<Row>> groups, Column<String> column, Set<String> used) {
    groups.forEach(
        (id, rows) -> {
          if (!used.contains(id)) {
            files.fault(rows.get(0).fault(column, GradingRules.UNUSED.broken("id", id)));
          }
        });
  }

  /** The fault in the line that the reason names: a band's, a scale's, or else the method's own. */
  private Fault tableFault(Row method, List<Row> bands, Reason reason) {
    for (Row band : bands) {
      if (reason.values().containsValue(band.get(RANGE).toString())) {
        return band.fault(RANGE, reason);
      }
    }
    String scale = method.get(FACTORS).getOrDefault(reason.values().getOrDefault("factor", ""), "");
    for (Row value : scaleRows.getOrDefault(scale, List.of())) {
      if (value.get(VALUE).toPlainString().equals(reason.values().get("higher"))) {
        return value.fault(VALUE, reason);
      }
    }
    return method.fault(BANDS, reason);
  }

  /** The fault of a catalogue, at the alias or the edition that the reason names. */
  private Fault methodFault(Reason reason) {
    Map<String, String> values = reason.values();
    for (Row row : methodRows) {
      if (row.get(ALIAS).filter(alias -> alias.equals(values.get("name"))).isPresent()) {
        return row.fault(ALIAS, reason);
      }
      if (row.get(ID).equals(values.get("method"))
          && row.get(VERSION).equals(values.get("second"))) {
        return row.fault(VERSION, reason);
      }
    }
    throw new IllegalStateException("no row of " + METHODS_FILE + " has " + reason);
  }

  private static Map<String, List<Row>> grouped(List<Row> rows, Column<String> by) {
    return rows.stream()
        .collect(
            Collectors.groupingBy(row -> row.get(by), LinkedHashMap::new, Collectors.toList()));
  }

  private static FactorValue factorValue(Row row) {
    return new FactorValue(row.get(VALUE), WORDING.of(row), SOURCE.of(row));
  }

  private static Band band(Row row) {
    return new Band(row.get(RANGE), WORDING.of(row), row.get(LEVEL), SOURCE.of(row));
  }

  private static Outcome<BigDecimal> notNegative(BigDecimal value) {
    return value.signum() < 0
        ? Outcome.refused(GradingRules.NEGATIVE.broken())
        : Outcome.accepted(value);
  }

  private static Outcome<ScoreRange> range(String cell) {
    try {
      return Outcome.accepted(ScoreRange.parse(cell));
    } catch (IllegalArgumentException notARange) {
      return Outcome.refused(GradingRules.RANGE.broken());
    }
  }

  private static Outcome<Map<String, String>> factorList(String cell) {
    Map<String, String> scales = new LinkedHashMap<>();
    for (String pair : cell.split(" +")) {
      Matcher factor = FACTOR.matcher(pair);
      if (!factor.matches() || scales.put(factor.group(1), factor.group(2)) != null) {
        return Outcome.refused(GradingRules.FACTOR_LIST.broken());
      }
    }
    return Outcome.accepted(scales);
  }
}
