package io.github.dualprevention.grading;

import io.github.dualprevention.core.Rule;

/** What grading tables and the factors of a risk must keep to. */
final class GradingRules {

  static final Rule METHOD_UNKNOWN =
      Rule.of(
          "grading.method.unknown",
          "没有评价方法“{method}”，可用的方法：{known}",
          "there is no grading method {method}; known are {known}");
  static final Rule METHOD_NOT_IN_FORCE =
      Rule.of(
          "grading.method.not-in-force",
          "评价方法“{method}”在{day}没有有效版本，各版本有效期：{periods}",
          "no edition of the grading method {method} is in force on {day}; its editions cover {periods}");

  static final Rule FACTOR_MISSING =
      Rule.of(
          "grading.factor.missing",
          "方法{method}需要因子{factor}",
          "the method {method} needs the factor {factor}");
  static final Rule FACTOR_UNKNOWN =
      Rule.of(
          "grading.factor.unknown",
          "方法{method}没有因子{factor}",
          "the method {method} has no factor {factor}");
  static final Rule FACTOR_OFF_SCALE =
      Rule.of(
          "grading.factor.off-scale",
          "因子{factor}的取值{value}不在方法{method}的标度内：{scale}",
          "the factor {factor} = {value} is not on the scale of the method {method}: {scale}");

  static final Rule NO_BAND =
      Rule.of(
          "grading.factor.no-band",
          "因子{factor}不在方法{method}的标度内，而{factors}的得分{score}不属于任何区间",
          "the factor {factor} is off the scale of the method {method}, and {factors} score {score}, which lies in no band");

  static final Rule FACTOR_TWICE =
      Rule.of(
          "grading.table.factor-twice", "因子{factor}重复", "the factor {factor} is declared twice");
  static final Rule SCALE_ORDER =
      Rule.of(
          "grading.table.scale-order",
          "因子{factor}的取值必须从高到低且不重复，{lower}之后不能是{higher}",
          "the values of the factor {factor} must run from high to low; {higher} must not follow {lower}");
  static final Rule BAND_ORDER =
      Rule.of(
          "grading.table.order",
          "分值区间必须从高到低排列，{lower}之后不能是{higher}",
          "bands must run from high to low; {higher} must not follow {lower}");
  static final Rule OVERLAP =
      Rule.of(
          "grading.table.overlap",
          "分值区间{first}与{second}重叠，例如分值{score}同时属于两者",
          "the bands {first} and {second} overlap: the score {score} lies in both");
  static final Rule GAP =
      Rule.of(
          "grading.table.gap",
          "分值区间有空档：{factors}得分{score}，不属于任何区间（此类组合共{count}个）",
          "the bands leave a gap: {factors} score {score}, which lies in no band ({count} such inputs)");
  static final Rule MIXED =
      Rule.of(
          "grading.table.mixed",
          "分值区间{first}与单元格{second}不能混用于同一方法",
          "a table holds scores or cells, not both: {first} and {second}");
  static final Rule FLAG_WITHOUT_SCORE =
      Rule.of(
          "grading.table.flag-without-score",
          "矩阵按单元格{range}查表，标度外的取值只能拒绝（REFUSE）",
          "a matrix looks up cells such as {range}; what is off the scale can only be refused (REFUSE)");
  static final Rule CELL_FACTORS =
      Rule.of(
          "grading.table.cell-factors",
          "单元格{range}写的因子是{named}，应为{factors}",
          "the cells {range} name the factors {named}, but must name {factors}");
  static final Rule CELL_VALUE =
      Rule.of(
          "grading.table.cell-value",
          "单元格{range}中因子{factor}没有取值{value}",
          "the cells {range} name {factor} = {value}, which the factor cannot have");
  static final Rule CELL_TWICE =
      Rule.of(
          "grading.table.cell-twice",
          "组合{factors}同时属于{first}和{second}",
          "the input {factors} lies both in {first} and in {second}");
  static final Rule CELL_GAP =
      Rule.of(
          "grading.table.cell-gap",
          "组合{factors}不属于任何单元格（此类组合共{count}个）",
          "no cell is listed for {factors} ({count} such inputs)");
  static final Rule NOT_MONOTONE =
      Rule.of(
          "grading.table.not-monotone",
          "因子升高而等级下降：{factors}为{level}，而{raised}为{lower}",
          "the level falls as a factor rises: {factors} is {level}, but {raised} is {lower}");
  static final Rule LEVEL_ORDER =
      Rule.of(
          "grading.table.level-order",
          "分值升高而等级下降：{higher}为{level}，而{lower}为{above}",
          "the level falls as the score rises: {higher} is {level}, but {lower} is {above}");
  static final Rule UNREACHABLE =
      Rule.of(
          "grading.table.unreachable",
          "方法{method}的任何取值组合都得不到区间{range}（{level}）内的分值",
          "no input of the method {method} has a score in the band {range} ({level})");
  static final Rule TOO_LARGE =
      Rule.of(
          "grading.table.too-large",
          "取值组合共{count}个，超过可逐一证明的上限{most}个",
          "the table has {count} inputs, more than the {most} that are proved one by one");

  static final Rule NEGATIVE = Rule.of("grading.table.negative", "不能为负数", "must not be negative");
  static final Rule TOO_MANY =
      Rule.of(
          "grading.table.too-many",
          "因子或分值区间共{count}个，上限为{most}个",
          "the table has {count} factors or bands, more than {most}");
  static final Rule RANGE =
      Rule.of(
          "grading.table.range",
          "必须是非空的分值区间，例如[70,160)或(320,)，或单元格，例如L=4,5 S=5; L=5 S=4（均用半角符号）",
          "must be a range of scores that is not empty, such as [70,160) or (320,), or cells such as L=4,5 S=5; L=5 S=4 (in half-width signs)");
  static final Rule FACTOR_LIST =
      Rule.of(
          "grading.table.factor-list",
          "必须是以空格分隔的“因子=标度”，例如L=LEC-L E=LEC-E C=LEC-C；取各方面最高者写作S=max(persons:S-P,loss:S-L)，加权写作L=sum(a:L-A*0.6,b:L-B*0.4)",
          "must be factor=scale pairs separated by blanks, such as L=LEC-L E=LEC-E C=LEC-C; the highest of several aspects is S=max(persons:S-P,loss:S-L), a weighted sum L=sum(a:L-A*0.6,b:L-B*0.4)");
  static final Rule WEIGHTS =
      Rule.of(
          "grading.table.weights",
          "因子{factor}的权重必须大于0且合计为1，实为{weights}",
          "the weights of the factor {factor} must be above 0 and together 1, but are {weights}");
  static final Rule SCALE_UNKNOWN =
      Rule.of("grading.table.scale-unknown", "没有标度“{scale}”", "there is no scale {scale}");
  static final Rule BANDS_UNKNOWN =
      Rule.of(
          "grading.table.bands-unknown", "没有分值区间组“{bands}”", "there is no set of bands {bands}");
  static final Rule UNUSED =
      Rule.of("grading.table.unused", "没有任何方法使用“{id}”", "no method uses {id}");
  static final Rule PERIOD =
      Rule.of(
          "grading.table.period", "必须晚于生效日期{from}", "must be after {from}, the first day in force");
  static final Rule EDITIONS_OVERLAP =
      Rule.of(
          "grading.table.editions-overlap",
          "方法{method}的版本{first}与{second}有效期重叠",
          "the editions {first} and {second} of the method {method} are in force at the same time");
  static final Rule NAME_TWICE =
      Rule.of(
          "grading.table.name-twice",
          "“{name}”同时指{first}和{second}",
          "the name {name} means both {first} and {second}");
  static final Rule NO_METHOD =
      Rule.of("grading.table.no-method", "文件中没有任何方法", "the file holds no method");
  static final Rule TOO_MUCH =
      Rule.of(
          "grading.table.too-much",
          "到本行为止，各方法的取值组合合计{count}个，超过上限{most}个",
          "up to this line the methods have {count} inputs together, more than {most}");
  static final Rule LAYER_TWICE =
      Rule.of("grading.layer.twice", "层级“{layer}”重复", "the layer {layer} stands twice");
  static final Rule EDITION_TAKEN =
      Rule.of(
          "grading.layer.edition-taken",
          "方法{method}的版本{second}已由上层“{layer}”规定，下层应另起版本号",
          "the edition {second} of the method {method} is laid down by the layer {layer}; a lower layer needs a version of its own");
  static final Rule DIRECT_UNKNOWN =
      Rule.of(
          "grading.direct.unknown",
          "没有直接判定规则“{rule}”，可用的规则：{known}",
          "there is no direct rule {rule}; known are {known}");

  private GradingRules() {}
}
