package org.mlsysim.runtime;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.mlsysim.api.ResolverFactory;
import org.mlsysim.api.catalog.CatalogSource;
import org.mlsysim.api.catalog.Catalogs;
import org.mlsysim.api.discovery.Discovery;
import org.mlsysim.api.listener.PipelineListener;

/** How the parts of an installation are made, each once, when it is first asked for. */
final class RuntimeModule extends AbstractModule {
  private final Settings settings;

  RuntimeModule(Settings settings) {
    this.settings = settings;
  }

  @Provides
  @Singleton
  PluginFolder plugins() {
    return PluginFolder.load(settings.pluginPath());
  }

  @Provides
  @Singleton
  Sources sources(PluginFolder plugins) {
    return new Sources(Discovery.in(CatalogSource.class, plugins.layers()), plugins);
  }

  @Provides
  Catalogs catalogs(Sources sources) {
    return sources.catalogs();
  }

  @Provides
  @Singleton
  ResolverFactory resolvers(PluginFolder plugins) {
    return ResolverFactory.load(plugins.layers());
  }

  @Provides
  @Singleton
  Listeners listeners(PluginFolder plugins) {
    return new Listeners(Discovery.in(PipelineListener.class, plugins.layers()));
  }

  @Provides
  @Singleton
  Diagnostics diagnostics(
      PluginFolder plugins, Sources sources, ResolverFactory resolvers, Listeners listeners) {
    List<Mlsysim.Provided> provided = new ArrayList<>(sources.provided());
    resolvers.available().stream()
        .map(each -> new Mlsysim.Provided(each.bundle(), "resolver", each.id()))
        .forEach(provided::add);
    provided.addAll(listeners.provided());
    provided.sort(
        Comparator.comparing((Mlsysim.Provided each) -> each.bundle().module())
            .thenComparing(Mlsysim.Provided::service)
            .thenComparing(Mlsysim.Provided::id));
    List<Discovery.Rejection> rejections = new ArrayList<>(plugins.rejections());
    rejections.addAll(sources.rejections());
    rejections.addAll(resolvers.rejections());
    rejections.addAll(listeners.rejections());
    return new Diagnostics(provided, rejections);
  }
}
