<%-- SPDX-License-Identifier: Apache-2.0 --%>
<%@ taglib prefix="s" uri="/struts-tags" %>
calls <s:action name="orders" namespace="/shop"/>
