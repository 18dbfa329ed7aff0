namespace WritService.Problems;

/// <summary>The catalogue of problems, also served at <c>GET /problems</c>.</summary>
internal static class ProblemKinds
{
    public static readonly ProblemKind MalformedJson = new("malformed-json", 400, "请求体不是合法的 JSON", "The body is not well-formed JSON",
        "按 detail 所示的行、列改正后重发。", "Mend the body at the line and column given in detail and send it again.");
    public static readonly ProblemKind InvalidEnvelope = new("invalid-envelope", 400, "请求格式不符合约定", "The request does not have the agreed form",
        "对照 /openapi/v1.json 改正 errors 所列各项；未约定的成员一律不接受。", "Mend what errors lists, by /openapi/v1.json; members that are not agreed are refused.");
    public static readonly ProblemKind InvalidQuery = new("invalid-query", 400, "查询参数不符合约定", "A query parameter is not as agreed",
        "对照 /openapi/v1.json 改正查询参数。", "Mend the query parameter by /openapi/v1.json.");
    public static readonly ProblemKind DigestMismatch = new("digest-mismatch", 400, "正文与所附摘要不符", "The body does not have the digest it came with",
        "正文可能在途中损坏；核对 Content-Digest 或 Repr-Digest 后重发。", "The body may have been damaged on its way; check Content-Digest or Repr-Digest and send it again.");
    public static readonly ProblemKind BadRequest = new("bad-request", 400, "请求无法理解", "The request cannot be understood",
        "检查请求行、首部和正文。", "Check the request line, the headers and the body.");
    public static readonly ProblemKind Unauthenticated = new("unauthenticated", 401, "未提供有效的身份凭证", "No valid proof of who is calling",
        "请提供 X-Api-Key、Bearer 令牌或客户端证书。", "Send an X-Api-Key, a bearer token or a client certificate.");
    public static readonly ProblemKind Forbidden = new("forbidden", 403, "没有执行此操作的权限", "The caller may not do this",
        "请向管理员申请 detail 所示的权限。", "Ask the operators for the scope that detail names.");
    public static readonly ProblemKind NoSuchCall = new("no-such-call", 404, "没有这个接口", "There is no such call",
        "接口清单见 /openapi/v1.json。", "The calls are listed in /openapi/v1.json.");
    public static readonly ProblemKind UnknownPack = new("unknown-pack", 404, "没有这种文书", "There is no such pack",
        "文书清单见 GET /v1/packs；编号与中文名均可使用。", "GET /v1/packs lists the packs; ids and Chinese names both work.");
    public static readonly ProblemKind UnknownExample = new("unknown-example", 404, "该文书没有这个示例", "The pack has no such example",
        "示例名称见 GET /v1/packs/{id}。", "GET /v1/packs/{id} names the examples.");
    public static readonly ProblemKind UnknownProblem = new("unknown-problem", 404, "没有这种问题代码", "There is no such problem code",
        "问题清单见 GET /problems。", "GET /problems lists the problems.");
    public static readonly ProblemKind MethodNotAllowed = new("method-not-allowed", 405, "该接口不支持此方法", "The call does not take this method",
        "可用的方法见 Allow 首部。", "The Allow header names the methods it takes.");
    public static readonly ProblemKind NotAcceptable = new("not-acceptable", 406, "没有请求方接受的表示形式", "There is no representation the caller accepts",
        "改用接口支持的 Accept 首部。", "Send an Accept header the call supports.");
    public static readonly ProblemKind TimedOut = new("timed-out", 408, "请求正文传输过慢", "The body arrived too slowly",
        "稍后重试。", "Try again later.");
    public static readonly ProblemKind BodyTooLarge = new("body-too-large", 413, "请求体超过上限", "The body is over the limit",
        "上限见 detail。", "detail states the limit.");
    public static readonly ProblemKind UnsupportedMediaType = new("unsupported-media-type", 415, "不支持该媒体类型", "The media type is not supported",
        "按 /openapi/v1.json 设置 Content-Type。", "Set Content-Type by /openapi/v1.json.");
    public static readonly ProblemKind DataRejected = new("data-rejected", 422, "案情数据未通过检查", "The case data did not pass the check",
        "按 errors 逐项改正；每项给出数据路径、说明和法律依据。", "Mend what errors lists; each gives the data path, the reason and the legal basis.");
    public static readonly ProblemKind UnknownProfile = new("unknown-profile", 422, "没有这个规则档案", "There is no such profile",
        "请使用服务端已安装的规则档案。", "Use a profile that the service has.");
    public static readonly ProblemKind RenderingFailed = new("rendering-failed", 422, "文书无法生成", "The writ cannot be rendered",
        "按 errors 改正数据；如系模板问题，请转告模板维护人员。", "Mend the data by errors; if the pack is at fault, tell its maintainer.");
    public static readonly ProblemKind DocumentUnreadable = new("document-unreadable", 422, "PDF 文件无法读取", "The PDF cannot be read",
        "请提交完整、未加密的 PDF 文件；detail 给出位置。", "Send a complete, unencrypted PDF; detail gives the place.");
    public static readonly ProblemKind UnknownKey = new("unknown-key", 422, "没有这个签章密钥", "There is no such seal key",
        "请使用服务端已配置的签章密钥名称。", "Use the name of a seal key the service has.");
    public static readonly ProblemKind SealRefused = new("seal-refused", 409, "该文件目前不能签章", "The document cannot be sealed as it stands",
        "detail 说明原因。", "detail gives the reason.");
    public static readonly ProblemKind AttestationRejected = new("attestation-rejected", 422, "签署记录不符合要求", "The attestation is not well made",
        "按 errors 逐项改正；每项给出 JSON 路径和说明。", "Mend what errors lists; each gives the JSON path and the reason.");
    public static readonly ProblemKind ActForbidden = new("act-forbidden", 409, "该签署目前不被允许", "The act is not allowed as the document stands",
        "errors 给出违反的规则及其法律依据；文件未作任何改动。", "errors gives the rule and its legal basis; the document is unchanged.");
    public static readonly ProblemKind TicketRefused = new("ticket-refused", 409, "签署票据不允许该行为", "The signing ticket does not allow this",
        "errors 说明原因；必要时请重新申请票据。", "errors gives the reason; ask for a new ticket where needed.");
    public static readonly ProblemKind CaptureRefused = new("capture-refused", 409, "签署采集不能用于该文件", "The capture is not for this document",
        "errors 说明原因；文件变动后应重新采集。文件未作任何改动。", "errors gives the reason; after a change the act is captured anew. The document is unchanged.");
    public static readonly ProblemKind AttestingUnready = new("attesting-unready", 503, "服务端未配置签署所需的密钥和证书", "The service lacks what attesting needs",
        "请配置 attestation 密钥和证据保管证书（custody）。", "Configure the key named attestation and the custody certificate.");
    public static readonly ProblemKind TooManyRequests = new("too-many-requests", 429, "请求过于频繁", "The caller exceeds its pace",
        "请按 Retry-After 重试。", "Try again after Retry-After.");
    public static readonly ProblemKind InternalError = new("internal-error", 500, "服务内部错误", "The service failed",
        "请将 traceId 告知运维人员。", "Give the traceId to the operators.");
    public static readonly ProblemKind KeyUnfit = new("key-unfit", 503, "签章密钥或证书目前不可用", "The seal key or its certificate is not fit",
        "请转告运维人员；detail 说明原因。", "Tell the operators; detail gives the reason.");
    public static readonly ProblemKind AuthorityUnavailable = new("authority-unavailable", 503, "时间戳服务暂不可用", "The timestamp authority is not available",
        "没有时间戳就不签章；请按 Retry-After 重试。", "Nothing is sealed without time; try again after Retry-After.");

    public static readonly ProblemKind OutOfTime = new("out-of-time", 503, "未能在限定时间内完成", "The work was not done in the time there is",
        "上传与处理合计超过时限；没有作出任何文书，请按 Retry-After 重试。", "Upload and work together took too long; nothing was made, try again after Retry-After.");
    public static readonly ProblemKind Overloaded = new("overloaded", 503, "服务繁忙", "The service is at its limit",
        "请求未被处理，请按 Retry-After 重试。", "Nothing was done; try again after Retry-After.");

    /// <summary>Every kind, in the order of status and code.</summary>
    public static IReadOnlyList<ProblemKind> All { get; } =
    [
        .. typeof(ProblemKinds).GetFields().Where(field => field.FieldType == typeof(ProblemKind)).Select(field => (ProblemKind)field.GetValue(null)!)
            .OrderBy(kind => kind.Status).ThenBy(kind => kind.Code, StringComparer.Ordinal),
    ];

    /// <summary>The kind that stands for a bare status set by the server itself.</summary>
    public static ProblemKind OfStatus(int status) => status switch
    {
        401 => Unauthenticated,
        403 => Forbidden,
        404 => NoSuchCall,
        405 => MethodNotAllowed,
        406 => NotAcceptable,
        408 => TimedOut,
        413 => BodyTooLarge,
        415 => UnsupportedMediaType,
        >= 400 and < 500 => BadRequest,
        _ => InternalError,
    };
}
