package io.github.dualprevention.grading.installation;

import io.github.dualprevention.core.Rule;

/** What substances and inventories must keep to. */
final class InstallationRules {

  static final Rule NOT_POSITIVE =
      Rule.of("grading.installation.not-positive", "必须大于0", "must be greater than zero");
  static final Rule CLASS_TWO_THRESHOLDS =
      Rule.of(
          "grading.installation.class-two-thresholds",
          "危险类别{class}在第{line}行的临界量为{first} t，此处为{here} t",
          "the hazard class {class} has the threshold {first} t in line {line}, but {here} t here");
  static final Rule BETA_MISSING =
      Rule.of(
          "grading.installation.beta-missing",
          "无法确定“{substance}”的校正系数β：名称不在表3内，也未给出危险类别",
          "no β can be told for {substance}: table 3 does not name it, and no hazard class is given");
  static final Rule BETA_NAME_OTHER =
      Rule.of(
          "grading.installation.beta-name-other",
          "“{substance}”在第{line}行的表3名称为“{first}”，此处为“{here}”",
          "the name of {substance} in table 3 is {first} in line {line}, but {here} here");
  static final Rule BETA_NAME_OWN =
      Rule.of(
          "grading.installation.beta-name-own",
          "表3列有“{substance}”，此处必须填写这一名称",
          "table 3 names {substance}, so this very name must stand here");

  static final Rule NOTHING_HELD =
      Rule.of(
          "grading.installation.nothing-held",
          "没有列出任何危险化学品，无法辨识",
          "no substance is listed, so there is nothing to identify");
  static final Rule SUBSTANCE_UNKNOWN =
      Rule.of(
          "grading.installation.substance-unknown",
          "物质表{table}中没有“{substance}”，临界量无从确定",
          "the table {table} does not list {substance}, so its threshold is not known");
  static final Rule SUBSTANCE_TWICE =
      Rule.of(
          "grading.installation.substance-twice",
          "“{substance}”列出了不止一次",
          "{substance} is listed more than once");
  static final Rule QUANTITY_NEGATIVE =
      Rule.of(
          "grading.installation.quantity-negative",
          "“{substance}”的数量{quantity} t为负数",
          "the quantity of {substance}, {quantity} t, is negative");
  static final Rule RESIDENTS_NEGATIVE =
      Rule.of(
          "grading.installation.residents-negative",
          "常住人口数量{residents}为负数",
          "the number of residents, {residents}, is negative");

  private InstallationRules() {}
}
