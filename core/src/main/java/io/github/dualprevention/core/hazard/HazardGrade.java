package io.github.dualprevention.core.hazard;

import io.github.dualprevention.core.Require;

/**
 * The grade of a hazard (隐患等级), a code of the life cycle's list; never a {@link
 * io.github.dualprevention.core.risk.RiskLevel}.
 *
 * @param code as in {@code GENERAL} or {@code MAJOR}; 1 to 100 characters on one line
 * @param major whether the law's rules for major hazards (重大事故隐患) hold
 */
public record HazardGrade(String code, boolean major) {

  /** Throws {@code IllegalArgumentException} if the code is blank or too long. */
  public HazardGrade {
    code = Require.id(code, "code");
  }
}
