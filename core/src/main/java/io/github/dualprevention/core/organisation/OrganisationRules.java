package io.github.dualprevention.core.organisation;

import io.github.dualprevention.core.Evidence;
import io.github.dualprevention.core.Rule;
import io.github.dualprevention.core.SourceClause;

/** What an organisation must keep to. */
final class OrganisationRules {

  private static final SourceClause GB_32100 =
      new SourceClause(
          "GB 32100-2015",
          "check character, as re-posted with a worked example (wddqw.com/doc/53f79e6a996648d7c1c708a1284ac850ad020467.html)",
          Evidence.PUBLISHED);

  static final Rule CREDIT_CODE_LENGTH =
      Rule.of(
              "organisation.credit-code.length",
              "统一社会信用代码“{code}”应为18个字符，实际为{actual}个",
              "the credit code {code} must have 18 characters, but has {actual}")
          .citing(GB_32100);
  static final Rule CREDIT_CODE_CHARACTER =
      Rule.of(
              "organisation.credit-code.character",
              "统一社会信用代码“{code}”第{position}位不允许字符“{character}”",
              "the credit code {code} must not have the character {character} at position {position}")
          .citing(GB_32100);
  static final Rule CREDIT_CODE_CHECK =
      Rule.of(
              "organisation.credit-code.check",
              "统一社会信用代码“{code}”的校验码应为“{expected}”",
              "the check character of the credit code {code} must be {expected}")
          .citing(GB_32100);
  static final Rule ID_TWICE =
      Rule.of("organisation.id.twice", "编号“{id}”重复", "the id {id} is used twice");
  static final Rule PARENT_MISSING =
      Rule.of(
          "organisation.parent.missing",
          "“{id}”的上级“{parent}”不存在",
          "{id} belongs to {parent}, which does not exist");
  static final Rule PARENT_CYCLE =
      Rule.of(
          "organisation.parent.cycle",
          "“{id}”的上级关系成环：{cycle}",
          "{id} is its own superior: {cycle}");

  private OrganisationRules() {}
}
