package org.mlsysim.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import org.mlsysim.api.catalog.CatalogSource;
import org.mlsysim.api.catalog.Catalogs;
import org.mlsysim.api.discovery.Discovery;
import org.mlsysim.api.error.ErrorCode;
import org.mlsysim.api.error.MlsysimException;

/**
 * The catalog sources of the installation and of its plugins; one that clashes with those before it
 * is given up alone.
 */
final class Sources {
  private final List<Mlsysim.Provided> provided = new ArrayList<>();
  private final List<Discovery.Rejection> rejections = new ArrayList<>();
  private final List<CatalogSource> accepted = new ArrayList<>();
  private Catalogs catalogs;

  Sources(Discovery.Found<CatalogSource> found, PluginFolder plugins) {
    rejections.addAll(found.rejections());
    List<Discovery.Provider<CatalogSource>> added = new ArrayList<>();
    for (Discovery.Provider<CatalogSource> provider : found.providers()) {
      if (provider.bundle().origin() != Discovery.Origin.BUILT_IN) {
        added.add(provider);
        continue;
      }
      CatalogSource source = provider.create();
      accepted.add(source);
      provided.add(new Mlsysim.Provided(provider.bundle(), "catalog", source.name()));
    }
    catalogs = Catalogs.of(accepted);
    for (Discovery.Provider<CatalogSource> provider : added) {
      try {
        accept(provider.create(), provider.bundle(), provider.type().getName());
      } catch (ServiceConfigurationError | LinkageError e) {
        rejections.add(Listeners.rejection(provider, e));
      }
    }
    for (PluginFolder.CatalogFile file : plugins.catalogs()) {
      Discovery.Bundle bundle =
          new Discovery.Bundle(
              file.module(), Optional.empty(), Optional.empty(), Discovery.Origin.PLUGIN_PATH);
      try {
        accept(CatalogFiles.source(file), bundle, file.file());
      } catch (MlsysimException e) {
        reject(bundle, file.file(), e);
      }
    }
  }

  private void accept(CatalogSource source, Discovery.Bundle bundle, String provider) {
    List<CatalogSource> more = new ArrayList<>(accepted);
    more.add(source);
    try {
      catalogs = Catalogs.of(more);
      accepted.add(source);
      provided.add(new Mlsysim.Provided(bundle, "catalog", source.name()));
    } catch (MlsysimException e) {
      reject(bundle, provider, e);
    }
  }

  private void reject(Discovery.Bundle bundle, String provider, MlsysimException e) {
    rejections.add(
        new Discovery.Rejection(
            bundle,
            provider,
            ErrorCode.PLUGIN_DUPLICATE,
            Discovery.Phase.REGISTER,
            e.findings().get(0).message()));
  }

  Catalogs catalogs() {
    return catalogs;
  }

  List<Mlsysim.Provided> provided() {
    return provided;
  }

  List<Discovery.Rejection> rejections() {
    return rejections;
  }
}
