/** The gate's heading offers a visit only for as long as one can sign up; states.client.ts keeps its badge true. */
import type { RegistrationState } from '../../domain/registration-state.ts';
import { takesApplications } from '../../domain/registration-state.ts';
import { gateWords } from '../../i18n/ru/states.ts';

const gate = document.querySelector('.gate');
const heading = gate?.querySelector('h2');
const badge = gate?.querySelector<HTMLElement>('[data-facts]');

function tell(): void {
  if (!heading || !badge) return;
  const takes = takesApplications(badge.dataset.state as RegistrationState);
  const text = takes ? gateWords.open : gateWords.closed;
  if (heading.textContent !== text) heading.textContent = text;
}

if (badge) new MutationObserver(tell).observe(badge, { attributeFilter: ['data-state'] });
tell();
