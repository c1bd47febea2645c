<%-- SPDX-License-Identifier: Apache-2.0 --%>
<%@ page contentType="text/plain; charset=UTF-8" %>
page ${1 + 1} <jsp:include page="/part.jsp"/>
