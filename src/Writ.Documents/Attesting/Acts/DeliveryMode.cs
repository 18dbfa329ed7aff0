namespace Writ.Documents;

/// <summary>How a writ was served (送达方式).</summary>
public enum DeliveryMode
{
    /// <summary>直接送达</summary>
    Direct,

    /// <summary>留置送达</summary>
    Left,

    /// <summary>电子送达</summary>
    Electronic,

    /// <summary>邮寄送达</summary>
    Mail,

    /// <summary>委托送达</summary>
    Entrusted,

    /// <summary>转交送达</summary>
    Forwarded,

    /// <summary>公告送达</summary>
    Notice,
}
