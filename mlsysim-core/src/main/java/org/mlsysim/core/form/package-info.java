/** Domain objects as the plain forms that the laws take. */
@NullMarked
package org.mlsysim.core.form;

import org.jspecify.annotations.NullMarked;
