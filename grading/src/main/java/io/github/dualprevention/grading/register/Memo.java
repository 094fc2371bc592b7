package io.github.dualprevention.grading.register;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers that were given before, as many as fit: most rows of a register say the same as an
 * earlier one.
 */
final class Memo<K, V> {

  private static final int MOST = 4096;

  private final Map<K, V> answers = new HashMap<>();

  @Nullable V get(K question) {
    return answers.get(question);
  }

  void put(K question, V answer) {
    if (answers.size() == MOST) {
      answers.clear();
    }
    answers.put(question, answer);
  }
}
