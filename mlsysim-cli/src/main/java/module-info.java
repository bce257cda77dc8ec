/**
 * The command {@code mlsysim}: one process, one question, one answer as text or as one JSON
 * document.
 *
 * @uses org.mlsysim.cli.Command further sub-commands, each found by its name
 */
module org.mlsysim.cli {
  requires info.picocli;
  requires org.mlsysim.core;
  requires org.mlsysim.pipeline;
  requires transitive org.mlsysim.runtime;

  exports org.mlsysim.cli;

  uses org.mlsysim.cli.Command;
}
