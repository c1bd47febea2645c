<%-- SPDX-License-Identifier: Apache-2.0 --%>
<%@ page isErrorPage="true" %>
error
