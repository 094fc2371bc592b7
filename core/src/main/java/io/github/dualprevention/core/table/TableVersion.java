package io.github.dualprevention.core.table;

import io.github.dualprevention.core.Require;

/**
 * Names one edition of one rule table; whatever the table produced keeps it, so that it can be
 * explained years later.
 *
 * @param id the table's id, as in {@code LS:DB37-4}; 1 to 100 characters
 * @param version the edition, as in {@code 1}; 1 to 100 characters
 */
public record TableVersion(String id, String version) {

  /** Normalises both parts; throws {@code IllegalArgumentException} if one is blank or too long. */
  public TableVersion {
    id = Require.id(id, "id");
    version = Require.id(version, "version");
    Require.require(version.indexOf('@') < 0, "version", "must not contain @", version);
  }

  /**
   * Reads what {@link #toString} wrote.
   *
   * @param text id and version as in {@code LS:DB37-4@1}; the version is what follows the last
   *     {@code @}
   * @return the table's edition
   * @throws IllegalArgumentException if the text is not id and version
   */
  public static TableVersion parse(String text) {
    int at = text.lastIndexOf('@');
    Require.require(at > 0, "table version", "must be id@version", text);
    return new TableVersion(text.substring(0, at), text.substring(at + 1));
  }

  /** Id and version, as in {@code LS:DB37-4@1}. */
  @Override
  public String toString() {
    return id + "@" + version;
  }
}
