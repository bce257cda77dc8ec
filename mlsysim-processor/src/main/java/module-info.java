/**
 * Checks port declarations while they are compiled and writes what follows from them: builders of
 * records of ports, and {@code META-INF/services} from the module descriptor.
 *
 * <p>Its annotations are known by name, so that it depends on nothing of mlsysim and the API itself
 * is compiled with it.
 *
 * @provides javax.annotation.processing.Processor
 */
module org.mlsysim.processor {
  requires java.compiler;
  requires static org.jspecify;

  provides javax.annotation.processing.Processor with
      org.mlsysim.processor.PortProcessor;
}
