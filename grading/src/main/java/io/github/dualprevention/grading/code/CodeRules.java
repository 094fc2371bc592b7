package io.github.dualprevention.grading.code;

import io.github.dualprevention.core.Rule;

/** What level codes and their tables must keep to. */
final class CodeRules {

  static final Rule CODE_UNKNOWN =
      Rule.of(
          "grading.code.unknown",
          "编码体系{codec}中没有等级代码“{code}”，可用的代码：{known}",
          "the codec {codec} has no level code {code}; known are {known}");
  static final Rule CODEC_UNKNOWN =
      Rule.of(
          "grading.code.codec-unknown",
          "没有等级编码体系“{codec}”，可用的体系：{known}",
          "there is no codec {codec}; known are {known}");
  static final Rule NO_CODEC = Rule.of("grading.code.none", "表中没有任何编码体系", "the table has no codec");
  static final Rule LEVEL_TWICE =
      Rule.of(
          "grading.code.level-twice",
          "编码体系{codec}用{first}和{second}两个代码表示{level}",
          "the codec {codec} has two codes, {first} and {second}, for {level}");
  static final Rule LEVEL_MISSING =
      Rule.of(
          "grading.code.level-missing",
          "编码体系{codec}没有表示{level}的代码",
          "the codec {codec} has no code for {level}");

  private CodeRules() {}
}
