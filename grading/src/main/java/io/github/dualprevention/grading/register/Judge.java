package io.github.dualprevention.grading.register;

import io.github.dualprevention.core.Evidence;
import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.Rule;
import io.github.dualprevention.core.SourceClause;
import io.github.dualprevention.core.Wording;
import io.github.dualprevention.core.risk.Factors;
import io.github.dualprevention.core.risk.Grade;
import io.github.dualprevention.core.risk.Raise;
import io.github.dualprevention.core.risk.RiskLevel;
import io.github.dualprevention.core.table.Row;
import io.github.dualprevention.grading.DirectRules;
import io.github.dualprevention.grading.GradingMethod;
import io.github.dualprevention.grading.GradingMethods;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Grades what the rows of one file say, by one catalogue. */
final class Judge {

  private static final Rule UNGRADED =
      Rule.of(
          "register.row.ungraded",
          "必须填写评价方法或直接判定规则",
          "a grading method or a direct rule must be named");
  private static final Rule FACTOR_WITHOUT_METHOD =
      Rule.of(
          "register.factor.without-method",
          "未填写评价方法时，因子必须留空",
          "a factor must be empty where no method is named");

  private static final Rule RULE_WITHOUT_METHOD =
      Rule.of(
          "register.rule.without-method",
          "直接判定规则{rule}只说明不低于{level}，还须填写评价方法",
          "the direct rule {rule} only says at least {level}; a grading method must be named too");

  private final String file;
  private final GradingMethods methods;
  private final Optional<DirectRules> directRules;
  private final LocalDate day;

  /** Names that were found; the others could be any number. */
  private final Map<String, Outcome<GradingMethod>> found = new HashMap<>();

  Judge(String file, GradingMethods methods, Optional<DirectRules> directRules, LocalDate day) {
    this.file = file;
    this.methods = methods;
    this.directRules = directRules;
    this.day = day;
  }

  Outcome<GradingMethod> method(String name) {
    Outcome<GradingMethod> known = found.get(name);
    if (known != null) {
      return known;
    }
    Outcome<GradingMethod> method = methods.find(name, day);
    if (method instanceof Outcome.Accepted<GradingMethod>) {
      found.put(name, method);
    }
    return method;
  }

  /**
   * Where no list of rules is kept, the register's word stands: what is judged directly is a major
   * risk.
   */
  Outcome<Raise> directRule(String id) {
    return directRules.map(rules -> rules.find(id)).orElseGet(() -> Outcome.accepted(asCited(id)));
  }

  /** A rule that is named in a cell that could not be read; that is a fault of the cell. */
  static Outcome<Raise> unread() {
    return Outcome.refused(UNGRADED.broken());
  }

  private Raise asCited(String id) {
    SourceClause source = new SourceClause(file, "direct_rule " + id, Evidence.ENTERPRISE);
    return new Raise(
        id, RiskLevel.MAJOR, new Wording("按登记表引用", "as cited by the register"), source);
  }

  /**
   * What speaks against a method and factors, or against none at all: then the rule must say all,
   * as one does that lifts to the highest level.
   */
  List<Reason> reasonsAgainst(
      Optional<GradingMethod> method, Factors factors, Optional<Outcome<Raise>> rule) {
    if (method.isPresent()) {
      return method.get().tryGrade(factors).reasons();
    }
    List<Reason> reasons = new ArrayList<>();
    for (String factor : factors.values().keySet()) {
      reasons.add(FACTOR_WITHOUT_METHOD.broken("factor", factor));
    }
    if (rule.isEmpty()) {
      reasons.add(UNGRADED.broken());
    } else if (rule.get() instanceof Outcome.Accepted<Raise> raise
        && !raise.value().to().isAtLeast(RiskLevel.MAJOR)) {
      reasons.add(
          RULE_WITHOUT_METHOD.broken(
              "rule", raise.value().rule(), "level", raise.value().to().term()));
    }
    return reasons;
  }

  /** The grade of a row that is sound, or everything that speaks against it. */
  Outcome<Grade> judge(RegisterForm form, Row row) {
    Optional<Outcome<GradingMethod>> method = row.get(form.method()).map(this::method);
    Optional<Outcome<Raise>> rule = row.get(form.directRule()).map(this::directRule);
    Factors factors = form.factors(row);
    List<Reason> reasons = new ArrayList<>();
    method.ifPresent(outcome -> reasons.addAll(outcome.reasons()));
    if (reasons.isEmpty()) {
      reasons.addAll(reasonsAgainst(method.map(Outcome::orThrow), factors, rule));
    }
    rule.ifPresent(outcome -> reasons.addAll(outcome.reasons()));
    if (!reasons.isEmpty()) {
      return new Outcome.Refused<>(reasons);
    }
    Optional<Raise> raise = rule.map(Outcome::orThrow);
    return Outcome.accepted(
        method
            .map(found -> found.orThrow().grade(factors))
            .map(grade -> raise.map(grade::raisedBy).orElse(grade))
            .orElseGet(() -> Grade.direct(raise.orElseThrow())));
  }
}
