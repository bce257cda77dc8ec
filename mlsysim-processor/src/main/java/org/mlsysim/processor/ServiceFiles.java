package org.mlsysim.processor;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.annotation.processing.Filer;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.ModuleElement.ProvidesDirective;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.tools.StandardLocation;

/**
 * Writes {@code META-INF/services} from the {@code provides} directives of a module, for those who
 * put its jar on the class path.
 */
final class ServiceFiles {
  /** The text of each file, by the binary name of the service. */
  static Map<String, String> of(ModuleElement module, Elements elements) {
    Map<String, String> files = new TreeMap<>();
    for (ProvidesDirective directive : ElementFilter.providesIn(module.getDirectives())) {
      List<String> providers =
          directive.getImplementations().stream()
              .filter(provider -> !hasProviderMethod(provider))
              .map(provider -> elements.getBinaryName(provider).toString())
              .toList();
      if (!providers.isEmpty()) {
        files.put(
            elements.getBinaryName(directive.getService()).toString(),
            String.join("\n", providers) + "\n");
      }
    }
    return files;
  }

  static void write(ModuleElement module, Elements elements, Filer filer) throws IOException {
    for (Map.Entry<String, String> file : of(module, elements).entrySet()) {
      try (Writer writer =
          filer
              .createResource(
                  StandardLocation.CLASS_OUTPUT, "", "META-INF/services/" + file.getKey())
              .openWriter()) {
        writer.write(file.getValue());
      }
    }
  }

  /** A class path calls constructors alone, so a provider method cannot be listed there. */
  private static boolean hasProviderMethod(TypeElement provider) {
    return ElementFilter.methodsIn(provider.getEnclosedElements()).stream()
        .anyMatch(ServiceFiles::isProviderMethod);
  }

  private static boolean isProviderMethod(ExecutableElement method) {
    return method.getSimpleName().contentEquals("provider")
        && method.getParameters().isEmpty()
        && method.getModifiers().contains(Modifier.PUBLIC)
        && method.getModifiers().contains(Modifier.STATIC);
  }

  private ServiceFiles() {}
}
