using CoBuilding.Access;
using CoBuilding.Texts;
using FluentValidation;

namespace CoBuilding.Committees.Kinds;

/// <summary>The fields of a kind of committee that the district can change.</summary>
public abstract record CommitteeKindFields : WritingForm
{
    public string Name { get; set; } = "";
    public string ConvenerTitle { get; set; } = "";
    public string DeputyTitle { get; set; } = "";
    public string MemberTitle { get; set; } = "";
    public int? TermYears { get; set; }
    public int? Min { get; set; }
    public int? Max { get; set; }
    public bool RequiresReason { get; set; }
    public bool WarnsEven { get; set; }

    internal void WriteTo(DistrictCommitteeKind kind)
    {
        (kind.Name, kind.ConvenerTitle, kind.DeputyTitle, kind.MemberTitle) = (
            Name.Trim(),
            ConvenerTitle.Trim(),
            DeputyTitle.Trim(),
            MemberTitle.Trim()
        );
        (kind.TermYears, kind.Min, kind.Max, kind.RequiresReason, kind.WarnsEven) = (TermYears, Min, Max, RequiresReason, WarnsEven);
    }

    internal static void Check<T>(AbstractValidator<T> shape)
        where T : CommitteeKindFields
    {
        shape
            .RuleFor(f => f.Name)
            .NotEmpty()
            .MaximumLength(DistrictCommitteeKind.LongestName)
            .Matches(@"^[^\p{Cc}]*$")
            .WithMessage(_ => Wording.T("Units.NoControlCharacters"));
        shape.RuleFor(f => f.ConvenerTitle).NotEmpty().MaximumLength(DistrictCommitteeKind.LongestTitle);
        shape.RuleFor(f => f.DeputyTitle).NotEmpty().MaximumLength(DistrictCommitteeKind.LongestTitle);
        shape.RuleFor(f => f.MemberTitle).NotEmpty().MaximumLength(DistrictCommitteeKind.LongestTitle);
        shape.RuleFor(f => f.TermYears).InclusiveBetween(1, 20);
        shape.RuleFor(f => f.Min).NotNull().When(f => f.Max is not null).WithMessage(_ => Wording.T("CommitteeKinds.RangeIsHalf"));
        shape.RuleFor(f => f.Min).InclusiveBetween(0, 99);
        shape.RuleFor(f => f.Max).NotNull().When(f => f.Min is not null).WithMessage(_ => Wording.T("CommitteeKinds.RangeIsHalf"));
        shape.RuleFor(f => f.Max).InclusiveBetween(1, 99).GreaterThanOrEqualTo(f => f.Min ?? 0);
    }
}
