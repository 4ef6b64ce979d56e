using CoBuilding.Access;
using FluentValidation;

namespace CoBuilding.Places.PartyChain;

/// <summary>What is known of an organization, for entering and for editing it.</summary>
public abstract record PartyOrganizationForm : WritingForm
{
    public const int LongestName = 60;

    public abstract Guid OrganizationId { get; init; }
    public ChainKind? Kind { get; set; }
    public string Name { get; set; } = "";

    /// <summary>Null: it leads the place.</summary>
    public Guid? SuperiorId { get; set; }
    public DateOnly? EstablishedOn { get; set; }

    internal sealed class Shape : AbstractValidator<PartyOrganizationForm>
    {
        public Shape()
        {
            RuleFor(f => f.Kind).NotNull();
            RuleFor(f => f.Name)
                .NotEmpty()
                .MaximumLength(LongestName)
                .Matches(@"^[^\p{Cc}]*$")
                .WithMessage(_ => Texts.Wording.T("PartyChain.NoControlCharacters"));
        }
    }
}
