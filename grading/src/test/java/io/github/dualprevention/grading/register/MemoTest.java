package io.github.dualprevention.grading.register;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemoTest {

  @Test
  void keepsFourThousandAnswersAndThenStartsAnew() {
    Memo<Integer, String> memo = new Memo<>();
    for (int i = 0; i < 4096; i++) {
      memo.put(i, "answer " + i);
    }

    assertThat(memo.get(0)).isEqualTo("answer 0");
    assertThat(memo.get(4095)).isEqualTo("answer 4095");
    memo.put(4096, "one more");
    assertThat(memo.get(4096)).isEqualTo("one more");
    assertThat(memo.get(0)).isNull();
  }
}
