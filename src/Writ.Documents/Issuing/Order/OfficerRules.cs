namespace Writ.Documents;

/// <summary>Two officers, named in the writ, two different people (行政处罚法 第四十二条).</summary>
internal static class OfficerRules
{
    private const int Fewest = 2;

    public static void Check(Judgement on)
    {
        CheckTurn(on);
        if (SlotPlan.Unsigned(on.Act) && on.Act is not Delivery { Mode: DeliveryMode.Electronic or DeliveryMode.Mail or DeliveryMode.Entrusted or DeliveryMode.Forwarded })
            CheckPresent(on);
    }

    /// <summary>What can be said before it happens: the writ names two officers, and whoever signs as one is one of them.</summary>
    public static void CheckTurn(Judgement on)
    {
        if (on.Pack.Kind == PackKind.Record && on.State.Slots.Any(slot => slot.Role == "officer") && on.NamedOfficers.Count < Fewest)
            on.Forbid("officers-unnamed", "$", "文书没有载明两名以上执法人员，不能签署。", "The writ does not name two officers; nothing can be attested.", Basis.TwoOfficers);
        if (on.Slots.Any(slot => slot.Role == "officer")) CheckSigner(on);
    }

    /// <summary>A refusal or an absence is established by those who were there.</summary>
    private static void CheckPresent(Judgement on)
    {
        var officers = on.Act.Officers;
        if (officers.Length < Fewest)
            on.Forbid("officers-too-few", "$.officers", "应列明在场的两名以上执法人员。", "Name the two officers who were present.", Basis.TwoOfficers);
        for (var i = 0; i < officers.Length; i++)
        {
            if (officers[i].CertificateNumber is null)
                on.Forbid("officer-certificate-missing", $"$.officers[{i}].certificateNumber", "应写明执法证件号。", "The number of the officer's certificate is needed.", Basis.OfficersShowThemselves);
            else CheckNamed(on, officers[i], $"$.officers[{i}]");
            if (officers.Take(i).Any(officers[i].IsSame))
                on.Forbid("officer-repeated", $"$.officers[{i}]", $"“{officers[i].Name}”重复：两名执法人员应是不同的人。", $"{officers[i].Name} is named twice; two officers are two people.", Basis.TwoOfficers);
        }
    }

    private static void CheckSigner(Judgement on)
    {
        var signer = on.Act.Person;
        if (on.Slots.Count(slot => slot.Role == "officer") > 1)
            on.Forbid("officer-repeated", "$.slots", "一名执法人员只能签署一个执法人员签署栏。", "One officer signs one officer's slot.", Basis.TwoOfficers);
        if (signer.CertificateNumber is not { } number)
        {
            on.Forbid("officer-certificate-missing", "$.person.certificateNumber", "应写明执法证件号。", "The number of the officer's certificate is needed.", Basis.OfficersShowThemselves);
            return;
        }
        CheckNamed(on, signer, "$.person");
        var slots = on.State.Slots.Where(slot => slot.Role == "officer").Select(slot => slot.Name).ToHashSet(StringComparer.Ordinal);
        if (on.State.Acts.Any(act => slots.Contains(act.Slot) && (act.Text("act", "person", "certificateNumber") == number || act.Person == signer.Name)))
            on.Forbid("officer-repeated", "$.person", $"“{signer.Name}”已在另一执法人员签署栏签名：两名执法人员应是不同的人。", $"{signer.Name} has signed another officer's slot; two officers are two people.", Basis.TwoOfficers);
    }

    private static void CheckNamed(Judgement on, Person officer, string path)
    {
        if (on.NamedOfficers.Count > 0 && !on.NamedOfficers.Any(named => named.CertificateNumber == officer.CertificateNumber && named.Name == officer.Name))
            on.Forbid("officer-not-named", path, $"文书载明的执法人员中没有“{officer.Name}”（{officer.CertificateNumber}）。", $"The writ names no officer {officer.Name} ({officer.CertificateNumber}).", Basis.OfficersShowThemselves);
    }
}
