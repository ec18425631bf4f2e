import { createSupportServer, type SupportStore, toNodeListener } from '@cscx/support-server';
import express, { type Express } from 'express';
import { createSessions, type User } from './session.ts';

/** What the application knew before it had support metrics: who may log in. */
const users: readonly User[] = [
  { id: 'maya', company: 'initech', job: 'csm' },
  { id: 'tom', company: 'initech', job: 'csm' },
  { id: 'ines', company: 'initech', job: 'manager' },
  { id: 'hal', company: 'hooli', job: 'manager' },
];

/** Makes an application with a login of its own, and the support API behind it at `/support`. */
export const createHost = (store: SupportStore, { secret }: { secret: string }): Express => {
  const app = express();
  const sessions = createSessions(secret);

  app.post('/login/:user', (request, response) => {
    const user = users.find(({ id }) => id === request.params.user);
    if (user) response.set('Set-Cookie', sessions.open(user)).send(`Welcome, ${user.id}`);
    else response.sendStatus(401);
  });

  // The ten lines. Which company's data are shown, and which customers, comes from the session and nothing else.
  const server = createSupportServer({
    store,
    authenticate(request) {
      const user = sessions.read(request.headers.get('cookie'));
      if (!user) return null;
      return { organization_id: user.company, subject: user.id, role: user.job, csm_id: user.id };
    },
  });
  const support = toNodeListener(server);
  app.use('/support', (request, response) => void support(request, response));

  return app;
};
