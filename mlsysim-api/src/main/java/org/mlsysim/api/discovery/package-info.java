/** How providers of services are found, each alone, with a reason for every one given up. */
@NullMarked
package org.mlsysim.api.discovery;

import org.jspecify.annotations.NullMarked;
