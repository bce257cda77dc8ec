package org.mlsysim.runtime.document;

import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import org.apiguardian.api.API;
import org.mlsysim.api.wire.Wire;
import org.yaml.snakeyaml.LoaderOptions;

/** YAML texts as wire trees: one document, no anchors, no tags, no doubled keys. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Yaml {
  private static final YAMLFactory FACTORY = factory();

  private static YAMLFactory factory() {
    LoaderOptions options = new LoaderOptions();
    options.setNestingDepthLimit(StrictReader.DEPTH + 1);
    return YAMLFactory.builder().loaderOptions(options).build();
  }

  /**
   * Reads a YAML document.
   *
   * @param text the document
   * @param file its name in findings
   * @throws org.mlsysim.api.error.BadInputException if it is no YAML, or has doubled keys, anchors,
   *     tags or several documents; it holds everything found, with line and column
   */
  public static Wire read(String text, String file) {
    return StrictReader.read(() -> FACTORY.createParser(text), text, file, "YAML");
  }

  private Yaml() {}
}
