package io.github.dualprevention.grading.code;

import com.google.common.collect.ImmutableBiMap;
import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.risk.RiskLevel;

/** The codes of one system: one for each of the four levels, and no other. */
public final class LevelCodec {

  private final String id;
  private final ImmutableBiMap<String, RiskLevel> levels;

  /** Takes all four levels. */
  LevelCodec(String id, ImmutableBiMap<String, RiskLevel> levels) {
    this.id = id;
    this.levels = levels;
  }

  /**
   * The codec's id.
   *
   * @return as in {@code PARK}
   */
  public String id() {
    return id;
  }

  /**
   * Reads a code of this system.
   *
   * @param code as the system writes it; nothing is trimmed or converted
   * @return the level; or that there is no such code, with the known ones
   */
  public Outcome<RiskLevel> decode(String code) {
    RiskLevel level = levels.get(code);
    return level == null
        ? Outcome.refused(
            CodeRules.CODE_UNKNOWN.broken(
                "code", code, "codec", id, "known", String.join(", ", levels.keySet())))
        : Outcome.accepted(level);
  }

  /**
   * Writes a level as this system does.
   *
   * @param level any level
   * @return the code that {@link #decode} reads as this level
   */
  public ForeignCode encode(RiskLevel level) {
    return new ForeignCode(id, Require.notNull(levels.inverse().get(level), "code"));
  }

  /** The codec's id. */
  @Override
  public String toString() {
    return id;
  }
}
