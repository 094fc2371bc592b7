package io.github.dualprevention.grading;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.risk.Band;
import io.github.dualprevention.core.risk.Extent;
import io.github.dualprevention.core.risk.RiskLevel;
import io.github.dualprevention.core.table.Column;
import io.github.dualprevention.core.table.EffectivePeriod;
import io.github.dualprevention.core.table.Fault;
import io.github.dualprevention.core.table.InvalidTableException;
import io.github.dualprevention.core.table.Row;
import io.github.dualprevention.core.table.SourceColumns;
import io.github.dualprevention.core.table.TableFiles;
import io.github.dualprevention.core.table.TableFormat;
import io.github.dualprevention.core.table.TableVersion;
import io.github.dualprevention.core.table.VersionColumns;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a catalogue from its three files; all faults of all files come together. */
final class GradingTables {

  /** What all methods of a layer may have together; each input keeps its grade. */
  private static final int MOST_INPUTS = 300_000;

  private static final String METHODS_FILE = "methods.csv";
  private static final String SCALES_FILE = "scales.csv";
  private static final String BANDS_FILE = "bands.csv";

  private static final SourceColumns SOURCE = new SourceColumns();
  private static final WordingColumns WORDING = new WordingColumns("zh", "en");

  private static final VersionColumns EDITION = new VersionColumns();
  private static final Column<String> ID = EDITION.id();
  private static final Column<String> VERSION = EDITION.version();
  private static final Column<Optional<String>> ALIAS = Column.id("alias").optional();
  private static final Column<List<FactorNotation>> FACTORS =
      Column.text("factors").then(FactorNotation::parse);
  private static final Column<String> BANDS = Column.id("bands");
  private static final Column<OffScale> OFF_SCALE = Column.code("off_scale", OffScale.byCode());
  private static final Column<Optional<LocalDate>> FROM = Column.date("from").optional();
  private static final Column<Optional<LocalDate>> UNTIL = Column.date("until").optional();
  private static final TableFormat METHODS =
      TableFormat.of(
              ID,
              VERSION,
              ALIAS,
              FACTORS,
              BANDS,
              OFF_SCALE,
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

  private static final Column<Extent> RANGE = Column.text("range").then(GradingTables::extent);
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

  /** What is a matter of the factors, not of the bands. */
  private static final ImmutableSet<String> OF_FACTORS =
      ImmutableSet.of(GradingRules.FACTOR_TWICE.code(), GradingRules.TOO_LARGE.code());

  private final String layer;
  private final TableFiles files;
  private final Optional<GradingMethods> above;
  private final List<Row> methodRows;
  private final Map<String, List<Row>> scaleRows;
  private final Map<String, List<Row>> bandRows;
  private final Set<String> usedScales = new HashSet<>();
  private final Set<String> usedBands = new HashSet<>();

  private GradingTables(String layer, TableFiles files, Optional<GradingMethods> above) {
    this.layer = layer;
    this.files = files;
    this.above = above;
    methodRows = files.rows(METHODS, METHODS_FILE);
    scaleRows = grouped(files.rows(SCALES, SCALES_FILE), SCALE);
    bandRows = grouped(files.rows(BAND_SETS, BANDS_FILE), BANDS);
  }

  /**
   * Reads a layer, proves its methods and lays it upon the one above; throws {@link
   * InvalidTableException} with every fault.
   */
  static GradingMethods read(String layer, TableFiles files, Optional<GradingMethods> above) {
    return new GradingTables(layer, files, above).catalogue();
  }

  private GradingMethods catalogue() {
    files.refuseFaults();
    if (methodRows.isEmpty()) {
      files.fault(fileFault(GradingRules.NO_METHOD.broken()));
    }
    List<GradingMethod> methods = new ArrayList<>();
    Map<String, String> aliases = new LinkedHashMap<>();
    int inputs = 0;
    for (Row row : methodRows) {
      row.get(ALIAS).ifPresent(alias -> addAlias(aliases, alias, row));
      Optional<GradingMethod> method = method(row);
      method.ifPresent(methods::add);
      inputs += method.map(found -> found.everyGrade().size()).orElse(0);
      if (inputs > MOST_INPUTS) {
        files.fault(
            row.fault(ID, GradingRules.TOO_MUCH.broken("count", inputs, "most", MOST_INPUTS)));
        files.refuseFaults();
      }
    }
    againstUnused(scaleRows, SCALE, usedScales);
    againstUnused(bandRows, BANDS, usedBands);
    files.refuseFaults();
    Outcome<GradingMethods> own = GradingMethods.of(layer, methods, aliases, parts());
    own.reasons().forEach(reason -> files.fault(methodFault(reason)));
    files.refuseFaults();
    if (above.isEmpty()) {
      return own.orThrow();
    }
    Outcome<GradingMethods> both = above.get().refinedBy(own.orThrow());
    both.reasons().forEach(reason -> files.fault(methodFault(reason)));
    files.refuseFaults();
    return both.orThrow();
  }

  /** The named scales and bands of this layer, for the layers below it. */
  private GradingParts parts() {
    return new GradingParts(
        Maps.transformValues(scaleRows, GradingTables::factorValues),
        Maps.transformValues(bandRows, GradingTables::bands));
  }

  private Optional<GradingMethod> method(Row row) {
    List<Factor> factors = new ArrayList<>();
    for (FactorNotation factor : row.get(FACTORS)) {
      List<FactorScale> scales =
          factor.scales().stream().flatMap(scale -> scaleOf(row, scale).stream()).toList();
      if (scales.size() == factor.scales().size()) {
        factors.add(factor.of(scales));
      }
    }
    List<Band> bands = bandsOf(row);
    Optional<EffectivePeriod> period = periodOf(row);
    if (period.isEmpty() || bands.isEmpty() || factors.size() < row.get(FACTORS).size()) {
      return Optional.empty();
    }
    TableVersion version = new TableVersion(row.get(ID), row.get(VERSION));
    MethodEdition edition =
        new MethodEdition(version, WORDING.of(row), period.get(), SOURCE.of(row));
    Outcome<GradingMethod> method = GradingMethod.of(edition, factors, bands, row.get(OFF_SCALE));
    method.reasons().forEach(reason -> files.fault(tableFault(row, reason)));
    return method instanceof Outcome.Accepted<GradingMethod> sound
        ? Optional.of(sound.value())
        : Optional.empty();
  }

  /** The bands of this layer, or else of the nearest one above that has them. */
  private List<Band> bandsOf(Row row) {
    String name = row.get(BANDS);
    usedBands.add(name);
    if (bandRows.containsKey(name)) {
      return bands(bandRows.get(name));
    }
    Optional<List<Band>> inherited = above.flatMap(upper -> upper.bands(name));
    if (inherited.isEmpty()) {
      files.fault(row.fault(BANDS, GradingRules.BANDS_UNKNOWN.broken("bands", name)));
    }
    return inherited.orElse(List.of());
  }

  /** A scale of this layer, or else of the nearest one above that has it. */
  private Optional<FactorScale> scaleOf(Row row, FactorNotation.ScaleName name) {
    usedScales.add(name.scale());
    Optional<List<FactorValue>> values =
        scaleRows.containsKey(name.scale())
            ? Optional.of(factorValues(scaleRows.get(name.scale())))
            : above.flatMap(upper -> upper.scale(name.scale()));
    if (values.isEmpty()) {
      files.fault(row.fault(FACTORS, GradingRules.SCALE_UNKNOWN.broken("scale", name.scale())));
    }
    return values.map(found -> new FactorScale(name.factor(), found));
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
  private Fault tableFault(Row method, Reason reason) {
    if (reason.code().equals(GradingRules.FLAG_WITHOUT_SCORE.code())) {
      return method.fault(OFF_SCALE, reason);
    }
    if (OF_FACTORS.contains(reason.code())) {
      return method.fault(FACTORS, reason);
    }
    for (Row band : bandRows.getOrDefault(method.get(BANDS), List.of())) {
      if (reason.values().containsValue(band.get(RANGE).toString())) {
        return band.fault(RANGE, reason);
      }
    }
    String factor = reason.values().getOrDefault("factor", "");
    for (FactorNotation notation : method.get(FACTORS)) {
      for (FactorNotation.ScaleName scale : notation.scales()) {
        if (scale.factor().equals(factor)) {
          for (Row value : scaleRows.getOrDefault(scale.scale(), List.of())) {
            if (value.get(VALUE).toPlainString().equals(reason.values().get("higher"))) {
              return value.fault(VALUE, reason);
            }
          }
        }
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
    return fileFault(reason);
  }

  private static Fault fileFault(Reason reason) {
    return new Fault(METHODS_FILE, 1, "", "", reason);
  }

  private static Map<String, List<Row>> grouped(List<Row> rows, Column<String> by) {
    return rows.stream()
        .collect(
            Collectors.groupingBy(row -> row.get(by), LinkedHashMap::new, Collectors.toList()));
  }

  private static List<FactorValue> factorValues(List<Row> rows) {
    return rows.stream()
        .map(row -> new FactorValue(row.get(VALUE), WORDING.of(row), SOURCE.of(row)))
        .toList();
  }

  private static List<Band> bands(List<Row> rows) {
    return rows.stream()
        .map(row -> new Band(row.get(RANGE), WORDING.of(row), row.get(LEVEL), SOURCE.of(row)))
        .toList();
  }

  private static Outcome<BigDecimal> notNegative(BigDecimal value) {
    return value.signum() < 0
        ? Outcome.refused(GradingRules.NEGATIVE.broken())
        : Outcome.accepted(value);
  }

  private static Outcome<Extent> extent(String cell) {
    try {
      return Outcome.accepted(Extent.parse(cell));
    } catch (IllegalArgumentException notAnExtent) {
      return Outcome.refused(GradingRules.RANGE.broken());
    }
  }
}
