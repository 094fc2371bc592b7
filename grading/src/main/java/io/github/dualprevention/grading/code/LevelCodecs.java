package io.github.dualprevention.grading.code;

import com.google.common.collect.ImmutableBiMap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Multimaps;
import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.risk.RiskLevel;
import io.github.dualprevention.core.table.Column;
import io.github.dualprevention.core.table.Fault;
import io.github.dualprevention.core.table.InvalidTableException;
import io.github.dualprevention.core.table.Row;
import io.github.dualprevention.core.table.SourceColumns;
import io.github.dualprevention.core.table.TableFormat;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Codecs by their ids, each proved when read; there is no default codec. */
public final class LevelCodecs {

  private static final Column<String> CODEC = Column.id("codec");
  private static final Column<String> CODE = Column.id("code");
  private static final Column<RiskLevel> LEVEL = Column.code("level", RiskLevel.byCode());
  private static final SourceColumns SOURCE = new SourceColumns();
  private static final TableFormat FORMAT =
      TableFormat.of(CODEC, CODE, LEVEL, SOURCE.document(), SOURCE.clause(), SOURCE.evidence())
          .uniqueBy(CODEC, CODE);

  private final ImmutableMap<String, LevelCodec> byId;

  private LevelCodecs(ImmutableMap<String, LevelCodec> byId) {
    this.byId = byId;
  }

  /**
   * The codecs that come with the library: {@code PARK}, 1 to 4 with 1 the highest; {@code
   * EXCHANGE_DTO}, 0 to 3 with 0 the highest; {@code APP}, 1 to 4 with 1 the lowest.
   *
   * @return the codecs
   */
  public static LevelCodecs published() {
    return Published.CODECS;
  }

  /**
   * Reads codecs from CSV with the columns {@code codec,code,level,document,clause,evidence}; each
   * codec has four lines.
   *
   * @param file the name that faults shall carry
   * @param in the bytes; not closed
   * @return the codecs
   * @throws InvalidTableException with every faulty cell or, where all cells are sound, with every
   *     level that a codec lacks or has two codes for
   */
  public static LevelCodecs read(String file, InputStream in) {
    List<Row> rows = FORMAT.read(file, in).rowsOrThrow();
    List<Fault> faults = new ArrayList<>();
    ImmutableMap.Builder<String, LevelCodec> byId = ImmutableMap.builder();
    Multimaps.asMap(Multimaps.index(rows, row -> row.get(CODEC)))
        .forEach((id, codes) -> byId.put(id, codec(id, codes, faults)));
    if (rows.isEmpty()) {
      faults.add(new Fault(file, 1, "", "", CodeRules.NO_CODEC.broken()));
    }
    if (!faults.isEmpty()) {
      throw new InvalidTableException(faults);
    }
    return new LevelCodecs(byId.buildOrThrow());
  }

  /** The codec of some lines; only if it adds no fault is it one to one. */
  private static LevelCodec codec(String id, List<Row> codes, List<Fault> faults) {
    Map<RiskLevel, Row> byLevel = new EnumMap<>(RiskLevel.class);
    ImmutableBiMap.Builder<String, RiskLevel> levels = ImmutableBiMap.builder();
    for (Row row : codes) {
      RiskLevel level = row.get(LEVEL);
      Row first = byLevel.putIfAbsent(level, row);
      if (first == null) {
        levels.put(row.get(CODE), level);
      } else {
        faults.add(
            row.fault(
                LEVEL,
                CodeRules.LEVEL_TWICE.broken(
                    "codec",
                    id,
                    "first",
                    first.get(CODE),
                    "second",
                    row.get(CODE),
                    "level",
                    level.term())));
      }
    }
    for (RiskLevel level : RiskLevel.values()) {
      if (!byLevel.containsKey(level)) {
        faults.add(
            codes
                .get(0)
                .fault(CODEC, CodeRules.LEVEL_MISSING.broken("codec", id, "level", level.term())));
      }
    }
    return new LevelCodec(id, levels.buildOrThrow());
  }

  /**
   * Finds a codec.
   *
   * @param id the codec's id
   * @return the codec; or that there is none, with the known ones
   */
  public Outcome<LevelCodec> find(String id) {
    LevelCodec codec = byId.get(id);
    return codec == null
        ? Outcome.refused(
            CodeRules.CODEC_UNKNOWN.broken("codec", id, "known", String.join(", ", byId.keySet())))
        : Outcome.accepted(codec);
  }

  /**
   * Reads a code of any of the systems.
   *
   * @param code a code and its codec
   * @return the level; or that the codec or its code is unknown
   */
  public Outcome<RiskLevel> decode(ForeignCode code) {
    Outcome<LevelCodec> found = find(code.codec());
    return found instanceof Outcome.Accepted<LevelCodec> codec
        ? codec.value().decode(code.code())
        : new Outcome.Refused<>(found.reasons());
  }

  /** Read once, when it is first asked for. */
  private static final class Published {
    static final LevelCodecs CODECS =
        read(
            "level-codes.csv",
            Require.notNull(
                LevelCodecs.class.getResourceAsStream("level-codes.csv"), "level-codes.csv"));
  }
}
