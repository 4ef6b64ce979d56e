using CoBuilding.Access;
using FluentValidation;

namespace CoBuilding.Committees.Groups;

/// <summary>The common form of a group: name, purpose, and seats from a day on.</summary>
public abstract record GroupForm : WritingForm
{
    public const int LongestName = 40;
    public const int LongestPurpose = 200;

    public string Name { get; set; } = "";
    public string? Purpose { get; set; }

    /// <summary>From this day on.</summary>
    public DateOnly? On { get; set; }
    public IReadOnlyList<Guid> SeatIds { get; set; } = [];

    /// <summary>One of <see cref="SeatIds"/>.</summary>
    public Guid? LeaderId { get; set; }

    internal static void Check<T>(AbstractValidator<T> shape)
        where T : GroupForm
    {
        shape.RuleFor(f => f.Name).NotEmpty().MaximumLength(LongestName);
        shape.RuleFor(f => f.Purpose).MaximumLength(LongestPurpose);
        shape.RuleFor(f => f.On).NotNull();
        shape.RuleFor(f => f.SeatIds).NotEmpty().Must(s => s.Count <= 100 && s.Distinct().Count() == s.Count);
        shape.RuleFor(f => f.LeaderId).NotNull();
        shape
            .RuleFor(f => f.LeaderId)
            .Must((f, leader) => f.SeatIds.Contains(leader!.Value))
            .When(f => f.LeaderId is not null && f.SeatIds.Count > 0)
            .WithMessage(_ => Texts.Wording.T("Groups.LeaderIsMember"));
    }
}
